package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Judges whether the messages of a group came: all that were held when ETRN asked for them, once,
 * and unchanged. Believes the sink, not the reply; but what was refused has not to come.
 */
public final class ReleaseJudge implements Judge {

  private final String group;
  private final String step;
  private final String requirement;

  private ReleaseJudge(String group, String step, String requirement) {
    this.group = group;
    this.step = step;
    this.requirement = requirement;
  }

  /**
   * @param group as the script injected it
   * @param step in which the ETRN was sent
   * @param requirement what a message that does not come breaks
   */
  public static ReleaseJudge of(String group, String step, String requirement) {
    return new ReleaseJudge(group, step, requirement);
  }

  @Override
  public List<Finding> judge(Transcript transcript) {
    OptionalLong asked = Injection.askedAt(transcript, step);
    List<Event.Injected> held =
        asked.isEmpty() ? List.of() : Injection.held(transcript, group, asked.getAsLong());
    if (asked.isEmpty() || held.isEmpty()) {
      return List.of(Finding.inconclusive(requirement, Injection.failure(transcript, group)));
    }
    Deliveries deliveries = Deliveries.of(transcript);
    Optional<Reply> refusal = refusal(transcript);
    if (refusal.isPresent() && noneCame(held, deliveries)) {
      String observed = "refused, so that nothing was to come: " + Shown.reply(refusal.get());
      return List.of(Finding.inconclusive(requirement, observed));
    }
    var findings = new ArrayList<Finding>();
    for (Event.Injected message : Injection.of(transcript, group)) {
      findings.addAll(defects(message, deliveries.accepted(message.token())));
    }
    missing(transcript, held, deliveries).ifPresent(findings::add);
    if (findings.isEmpty()) {
      List<Delivery> came =
          held.stream().flatMap(m -> deliveries.accepted(m.token()).stream()).toList();
      findings.add(Finding.kept(requirement, summary(held.size(), came, asked.getAsLong())));
    }
    return findings;
  }

  /** The first reply to the request, when every reply to it was a refusal. */
  private Optional<Reply> refusal(Transcript transcript) {
    List<Reply> replies =
        Dialogue.all(transcript).stream().flatMap(d -> d.replies(step).stream()).toList();
    return replies.stream().allMatch(reply -> Codes.REFUSED.test(reply.code()))
        ? replies.stream().findFirst()
        : Optional.empty();
  }

  private static boolean noneCame(List<Event.Injected> held, Deliveries deliveries) {
    return held.stream().allMatch(message -> deliveries.accepted(message.token()).isEmpty());
  }

  private Optional<Finding> missing(
      Transcript transcript, List<Event.Injected> held, Deliveries deliveries) {
    long missing = held.stream().filter(m -> deliveries.accepted(m.token()).isEmpty()).count();
    return missing == 0
        ? Optional.empty()
        : Optional.of(
            Finding.broken(
                requirement,
                "accepted, but "
                    + missing
                    + " of "
                    + held.size()
                    + (held.size() == 1 ? " message" : " messages")
                    + " for "
                    + held.get(0).recipient()
                    + " did not come"
                    + transcript.fact("within").map(t -> " within " + t).orElse("")));
  }

  private static List<Finding> defects(Event.Injected message, List<Delivery> came) {
    var findings = new ArrayList<Finding>();
    if (came.size() > 1) {
      findings.add(
          Finding.broken(
              "SMTP-037", "came twice: message " + message.token() + " " + came.size() + " times"));
    }
    findings.addAll(damage(message, came));
    return findings;
  }

  /** What is wrong with deliveries of this message, however many there are. */
  static List<Finding> damage(Event.Injected message, List<Delivery> came) {
    var findings = new ArrayList<Finding>();
    for (Delivery delivery : came) {
      Injection.difference(message, delivery)
          .ifPresent(
              what ->
                  findings.add(
                      Finding.doubtful(
                          "SMTP-037", "came changed: message " + message.token() + ", " + what)));
      if (delivery.recipients().stream().noneMatch(message.recipient()::equalsIgnoreCase)) {
        findings.add(
            Finding.broken(
                "SMTP-037",
                "message for " + message.recipient() + " came for " + delivery.recipients()));
      }
    }
    return findings;
  }

  private static String summary(int count, List<Delivery> arrived, long asked) {
    long connections = arrived.stream().map(Delivery::end).distinct().count();
    long last = arrived.stream().mapToLong(Delivery::receivedNanos).max().orElse(asked);
    return count
        + (count == 1 ? " message" : " messages")
        + " came once and unchanged over "
        + connections
        + (connections == 1 ? " connection" : " connections")
        + " to the exchanger, the last one "
        + Shown.millis(last - asked)
        + " after ETRN";
  }
}
