package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.PrintableText;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The judge of deliveries that the network interrupted: no message of the group is lost, and none
 * comes twice, except the message whose reply was lost on its way.
 *
 * <p>The script asks in the step {@code etrn}, after the break in {@code again}, and after its last
 * wait in {@code after}. A sender may choose when to try again (RFC 5321 section 4.5.4.1), so a
 * missing message counts as lost only if the server says, with 251, that no mail waits.
 */
public final class RetryJudge implements Judge {

  private static final String MAIL = "SMTP-037";
  private static final String RUN = "ETRN-021";

  private final String group;

  private RetryJudge(String group) {
    this.group = group;
  }

  /**
   * Returns a judge of one group of messages.
   *
   * @param group the group of the messages, as in the script
   */
  public static RetryJudge of(String group) {
    return new RetryJudge(group);
  }

  @Override
  public List<Finding> judge(Transcript transcript) {
    OptionalLong askedNanos = SubmittedMail.askedAt(transcript, "etrn");
    List<Event.Injected> held =
        askedNanos.isEmpty()
            ? List.of()
            : SubmittedMail.held(transcript, group, askedNanos.getAsLong());
    if (held.isEmpty()) {
      return List.of(SubmittedMail.unjudged(transcript, MAIL, group));
    }
    Optional<End> broken = transcript.fact(Facts.LINK_BROKEN);
    if (broken.isEmpty()) {
      return List.of(
          Finding.inconclusive(MAIL, unbroken(transcript))
              .dueTo(refusal(transcript).flatMap(Impediment::of)));
    }
    return new Reading(transcript, held, broken.get()).findings();
  }

  private static String unbroken(Transcript transcript) {
    return refusal(transcript)
        .map(reply -> "refused, so that no mail was to come: " + PrintableText.reply(reply))
        .orElse("no delivery came so far that the network could break during it");
  }

  private static Optional<Reply> refusal(Transcript transcript) {
    return firstReply(transcript, "etrn").filter(reply -> Codes.REFUSED.test(reply.code()));
  }

  private static Optional<Reply> firstReply(Transcript transcript, String step) {
    return Dialogue.all(transcript).stream().flatMap(d -> d.replies(step).stream()).findFirst();
  }

  /** The reading of a transcript in which the network broke. */
  private static final class Reading {
    private final Transcript transcript;
    private final List<Event.Injected> held;
    private final End broken;
    private final Deliveries deliveries;
    private final boolean isNothingLeft;
    private final List<Finding> findings = new ArrayList<>();

    Reading(Transcript transcript, List<Event.Injected> held, End broken) {
      this.transcript = transcript;
      this.held = held;
      this.broken = broken;
      this.deliveries = Deliveries.of(transcript);
      this.isNothingLeft = firstReply(transcript, "after").filter(r -> r.code() == 251).isPresent();
    }

    List<Finding> findings() {
      Optional<Delivery> unanswered = unanswered();
      for (Event.Injected message : held) {
        List<Delivery> delivered = deliveries.accepted(message);
        long answered =
            delivered.stream().filter(d -> unanswered.filter(d::equals).isEmpty()).count();
        if (answered > 1) {
          findings.addAll(SubmittedMail.twice(message, delivered));
        }
      }
      missing();
      unanswered.ifPresent(this::window);
      if (findings.isEmpty()) {
        findings.add(Finding.kept(MAIL, summary()));
      }
      return findings;
    }

    /**
     * Returns the last delivery on the broken connection, unless the target sent something after
     * it, which shows that it had the reply. Deliveries of other mail may come before it.
     */
    private Optional<Delivery> unanswered() {
      return held.stream()
          .flatMap(message -> deliveries.accepted(message).stream())
          .filter(d -> d.end().equals(broken))
          .max(Comparator.comparingLong(Delivery::receivedNanos))
          .filter(last -> receivedAfter(last.end(), last.receivedNanos()).isEmpty());
    }

    private Optional<Event.Received> receivedAfter(End end, long nanos) {
      return transcript
          .all(Event.Received.class)
          .filter(e -> e.end().equals(end) && e.nanos() > nanos)
          .findFirst();
    }

    private void missing() {
      long missing = held.stream().filter(m -> deliveries.accepted(m).isEmpty()).count();
      if (missing == 0) {
        return;
      }
      String observed = missing + " of " + messages() + " did not come after the break";
      findings.add(
          isNothingLeft
              ? Finding.broken(MAIL, "lost: " + observed + ", and ETRN is answered 251")
              : Finding.noted(RUN, observed + within() + "; when to try again is not said"));
    }

    /** RFC 1047: a reply that is lost leaves the sender no choice but to send again. */
    private void window(Delivery delivery) {
      String message = "the message whose reply was lost on " + broken;
      long copies =
          delivery.tokens().stream().mapToInt(t -> deliveries.accepted(t).size()).max().orElse(0);
      if (copies > 1) {
        findings.add(Finding.noted(MAIL, message + " came twice, as it has to"));
      } else if (isNothingLeft) {
        findings.add(
            Finding.doubtful(
                MAIL, message + " counts as delivered: it did not come again, and nothing waits"));
      } else {
        findings.add(Finding.noted(MAIL, message + " did not come again" + within()));
      }
    }

    private String summary() {
      Stream<Delivery> delivered = held.stream().flatMap(m -> deliveries.accepted(m).stream());
      long last = delivered.mapToLong(Delivery::receivedNanos).max().orElse(0);
      OptionalLong repeatedNanos = SubmittedMail.askedAt(transcript, "again");
      boolean isUnprompted = repeatedNanos.isEmpty() || last < repeatedNanos.getAsLong();
      return messages()
          + " came once after the break on "
          + broken
          + (isUnprompted
              ? ", before they were asked for again"
              : ", the last one "
                  + PrintableText.millis(last - repeatedNanos.getAsLong())
                  + " after ETRN again");
    }

    private String messages() {
      return held.size() + (held.size() == 1 ? " message" : " messages");
    }

    private String within() {
      return transcript.fact(Facts.WITHIN).map(t -> " within " + Facts.WITHIN.text(t)).orElse("");
    }
  }
}
