package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Judges whether the messages of a group came: all of them, once, unchanged, and not before they
 * were asked for. Believes the sink, not the reply.
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
    OptionalLong asked = askedAt(transcript);
    List<Event.Injected> injected = Injection.of(transcript, group);
    if (asked.isEmpty() || injected.isEmpty()) {
      return List.of(Finding.inconclusive(requirement, Injection.failure(transcript, group)));
    }
    var findings = new ArrayList<Finding>();
    Deliveries deliveries = Deliveries.of(transcript);
    var arrived = new ArrayList<Delivery>();
    int missing = 0;
    for (Event.Injected message : injected) {
      List<Delivery> came = deliveries.accepted(message.token());
      missing += came.isEmpty() ? 1 : 0;
      arrived.addAll(came);
      findings.addAll(defects(message, came, asked.getAsLong()));
    }
    if (missing > 0) {
      findings.add(
          Finding.broken(
              requirement,
              "accepted, but "
                  + missing
                  + " of "
                  + injected.size()
                  + " messages did not come"
                  + transcript.fact("within").map(t -> " within " + t).orElse("")));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.kept(requirement, summary(injected.size(), arrived, asked.getAsLong())));
    }
    return findings;
  }

  private OptionalLong askedAt(Transcript transcript) {
    return Dialogue.all(transcript).stream()
        .map(d -> d.sentAt(step))
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  private List<Finding> defects(Event.Injected message, List<Delivery> came, long asked) {
    var findings = new ArrayList<Finding>();
    if (came.size() > 1) {
      findings.add(
          Finding.broken(
              "SMTP-037", "came twice: message " + message.token() + " " + came.size() + " times"));
    }
    for (Delivery delivery : came) {
      if (delivery.receivedNanos() < asked) {
        findings.add(
            Finding.doubtful(
                requirement,
                "came without being asked: message " + message.token() + " was there before ETRN"));
      }
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
