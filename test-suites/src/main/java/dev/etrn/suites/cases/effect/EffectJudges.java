package dev.etrn.suites.cases.effect;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.mail.ReleaseJudge;
import dev.etrn.suites.judge.mail.SubmittedMail;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The judges that compare replies with the deliveries to the sink. */
final class EffectJudges {

  private static final long SLOW_REPLY_NANOS = 1_000_000_000L;

  private EffectJudges() {}

  /** Returns a judge that judges if ETRN was accepted, and notes a refusal otherwise. */
  static Judge whenAccepted(String requirement, Judge judge) {
    return unlessRefused(refused -> Finding.noted(requirement, refused), judge);
  }

  /**
   * Returns a judge that judges if ETRN was accepted; a refusal is unexpected, but may be policy.
   */
  static Judge doubtfulWhenRefused(String requirement, Judge judge) {
    return unlessRefused(refused -> Finding.doubtful(requirement, refused), judge);
  }

  private static Judge unlessRefused(Function<String, Finding> whenRefused, Judge judge) {
    return transcript -> {
      Optional<Reply> reply = etrn(transcript).filter(r -> r.firstDigit() != 2);
      return reply.isPresent()
          ? List.of(whenRefused.apply("refused: '" + reply.get().raw() + "'"))
          : judge.judge(transcript);
    };
  }

  /** Returns a judge that judges if ETRN was refused; another case reports an acceptance. */
  static Judge whenRefused(String requirement, Judge judge) {
    return transcript -> {
      Optional<Reply> reply = etrn(transcript);
      if (reply.isEmpty()) {
        return List.of(Finding.unanswered(requirement, "ETRN got no reply"));
      }
      return reply.get().firstDigit() == 2
          ? List.of(Finding.noted(requirement, "accepted: '" + reply.get().raw() + "'"))
          : judge.judge(transcript);
    };
  }

  static List<Finding> counts(Transcript transcript) {
    long askedNanos = SubmittedMail.askedAt(transcript, "etrn").orElse(0);
    int waiting = SubmittedMail.held(transcript, "wanted", askedNanos).size();
    Optional<Reply> first = etrn(transcript);
    if (waiting == 0) {
      return List.of(SubmittedMail.unjudged(transcript, "ETRN-031", "wanted"));
    }
    if (first.isEmpty() || first.get().firstDigit() != 2) {
      return List.of(Finding.inconclusive("ETRN-031", "ETRN was not accepted"));
    }
    var findings = new ArrayList<Finding>();
    boolean isDrained =
        ReleaseJudge.of("wanted", "etrn").judge(transcript).stream()
            .allMatch(f -> f.assessment() == Finding.Assessment.KEPT);
    if (!isDrained && first.get().code() == 253) {
      // Mail that other cases asked for in vain may wait too.
      return List.of(Finding.inconclusive("ETRN-032", "not all mail came that waited"));
    }
    findings.add(waiting(first.get(), waiting));
    Dialogue.all(transcript).stream()
        .flatMap(d -> d.firstReply("after").stream())
        .findFirst()
        .filter(reply -> isDrained)
        .ifPresent(reply -> findings.add(after(reply)));
    return findings;
  }

  private static Finding waiting(Reply reply, long injected) {
    String observed =
        injected + " messages waited, answered '" + reply.code() + " " + reply.text() + "'";
    return switch (reply.code()) {
      case 250 -> Finding.noted("ETRN-031", observed);
      case 251 -> Finding.broken("ETRN-031", observed);
      case 253 ->
          Pattern.compile("\\b" + injected + "\\b").matcher(reply.text()).find()
              ? Finding.kept("ETRN-032", observed)
              : Finding.doubtful("ETRN-032", observed);
      default -> Finding.kept("ETRN-031", observed);
    };
  }

  private static Finding after(Reply reply) {
    String observed = "after all had come, answered '" + reply.code() + " " + reply.text() + "'";
    return switch (reply.code()) {
      case 251 -> Finding.kept("ETRN-033", observed);
      case 252, 253 -> Finding.doubtful("ETRN-033", observed);
      default -> Finding.noted("ETRN-033", observed);
    };
  }

  /** Judges that the connection of ETRN carries no mail and stays usable. */
  static List<Finding> anotherConnection(Transcript transcript) {
    Dialogue control = Dialogue.first(transcript);
    if (control.firstReply("etrn").filter(r -> r.firstDigit() == 2).isEmpty()) {
      return List.of(Finding.inconclusive("ETRN-022", "ETRN was not accepted"));
    }
    int unrequested = control.replies("etrn").size() - 1;
    if (unrequested > 0 || control.leftover().size() > 0) {
      return List.of(
          Finding.broken(
              "ETRN-022", "octets that nobody asked for came on the connection of ETRN"));
    }
    if (control.firstReply("noop").filter(r -> r.code() == 250).isEmpty()) {
      return List.of(Finding.unanswered("ETRN-022", "NOOP after the release was not answered 250"));
    }
    return List.of(
        Finding.kept("ETRN-022", "the connection of ETRN stayed quiet, and NOOP got 250"));
  }

  /** Judges that the reply did not wait for a sink that stalls. */
  static List<Finding> immediate(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    OptionalLong sent = dialogue.sentAt("etrn");
    Optional<Reply> reply = dialogue.firstReply("etrn");
    if (reply.isEmpty() || sent.isEmpty()) {
      return List.of(Finding.unanswered("ETRN-025", "ETRN got no reply"));
    }
    long replyNanos = reply.get().nanos() - sent.getAsLong();
    List<Delivery> deliveries =
        Deliveries.of(transcript).all().stream()
            .filter(d -> d.receivedNanos() > sent.getAsLong())
            .toList();
    String observed =
        String.format(java.util.Locale.ROOT, "the reply took %.1f ms", replyNanos / 1e6);
    if (deliveries.isEmpty()) {
      return List.of(Finding.inconclusive("ETRN-025", observed + ", but no delivery was seen"));
    }
    long last = deliveries.get(deliveries.size() - 1).receivedNanos();
    if (reply.get().nanos() > last) {
      return List.of(Finding.broken("ETRN-025", observed + ", and came after the delivery"));
    }
    return List.of(
        replyNanos > SLOW_REPLY_NANOS
            ? Finding.doubtful("ETRN-025", observed)
            : Finding.kept("ETRN-025", observed + " while the delivery went on"));
  }

  private static Optional<Reply> etrn(Transcript transcript) {
    return Dialogue.all(transcript).stream()
        .flatMap(d -> d.firstReply("etrn").stream())
        .findFirst();
  }
}
