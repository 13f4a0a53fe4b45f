package dev.etrn.suites.cases.network;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.mail.SubmittedMail;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/** The judges of other requests and mail while a connection is silent. */
final class NetworkJudges {

  /** The group and the step of another partner's mail. */
  static final String SIBLING = "sibling";

  /** The group and the step of mail for a subdomain of the node. */
  static final String BELOW = "below";

  private NetworkJudges() {}

  /** Judges that ETRN for another node was answered, and its mail came, during the silence. */
  static List<Finding> beside(Transcript transcript) {
    if (transcript.fact(Facts.LINK_BROKEN).isEmpty()) {
      // The judge of the mail reports the reason.
      return List.of();
    }
    for (String group : List.of(SIBLING, BELOW)) {
      Optional<Reply> reply = reply(transcript, group);
      if (reply.isEmpty()) {
        return List.of(
            Finding.broken("ETRN-025", "ETRN got no reply while an exchanger was silent"));
      }
      if (reply.get().firstDigit() == 2) {
        return List.of(moved(transcript, group));
      }
    }
    return List.of(Finding.noted("ETRN-021", "ETRN for other nodes was refused"));
  }

  private static Optional<Reply> reply(Transcript transcript, String step) {
    return Dialogue.all(transcript).stream().flatMap(d -> d.replies(step).stream()).findFirst();
  }

  private static Finding moved(Transcript transcript, String group) {
    long askedNanos = SubmittedMail.askedAt(transcript, group).orElse(0);
    List<Event.Injected> held = SubmittedMail.held(transcript, group, askedNanos);
    if (held.isEmpty()) {
      return Finding.inconclusive("ETRN-021", "no mail was held for the other node");
    }
    long endedNanos = endOfSilence(transcript);
    Deliveries deliveries = Deliveries.of(transcript);
    boolean isMoved =
        held.stream()
            .allMatch(
                message ->
                    deliveries.accepted(message).stream()
                        .anyMatch(delivery -> delivery.receivedNanos() < endedNanos));
    String mail = "mail for " + held.get(0).recipient();
    String meanwhile = " come while the exchanger of another node was silent";
    // A server may do one delivery after the other: ETRN-024 sets no time.
    return isMoved
        ? Finding.kept("ETRN-021", mail + " did" + meanwhile)
        : Finding.noted("ETRN-021", mail + " did not" + meanwhile);
  }

  private static long endOfSilence(Transcript transcript) {
    return transcript
        .facts(Facts.LINK_ENDED)
        .mapToLong(Event.Fact::nanos)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }
}
