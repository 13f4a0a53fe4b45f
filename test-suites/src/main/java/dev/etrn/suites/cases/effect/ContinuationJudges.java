package dev.etrn.suites.cases.effect;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.mail.ReleaseJudge;
import dev.etrn.suites.judge.mail.SubmittedMail;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The judges of later requests, and of mail behind a message that the exchanger defers. */
final class ContinuationJudges {

  /** The groups of the message that the exchanger defers, and of two that wait behind it. */
  static final String DEFERRED = "deferred";

  static final String BEHIND = "behind";
  static final String LAST = "last";

  /** The label of the recipient that the exchanger defers. */
  static final String LABEL = "later";

  private static final String MAIL = "SMTP-037";
  private static final String RUN = "ETRN-021";

  private ContinuationJudges() {}

  /** Judges that the other messages came, and the deferred message after a second request. */
  static List<Finding> deferred(Transcript transcript) {
    long askedNanos = SubmittedMail.askedAt(transcript, "etrn").orElse(Long.MAX_VALUE);
    List<Event.Injected> held = SubmittedMail.held(transcript, DEFERRED, askedNanos);
    var findings = new ArrayList<Finding>();
    boolean isTried = held.stream().anyMatch(message -> isTried(transcript, message));
    for (String group : List.of(BEHIND, LAST)) {
      // A run that met the deferred message has to continue; otherwise another case reports it.
      ReleaseJudge judge =
          isTried ? ReleaseJudge.of(group, "etrn") : ReleaseJudge.beside(group, "etrn");
      findings.addAll(judge.judge(transcript));
    }
    if (isTried) {
      held.forEach(message -> findings.add(afterRepeat(transcript, message)));
    } else {
      findings.add(Finding.noted(MAIL, "the message that was to be deferred was not tried"));
    }
    return findings;
  }

  private static boolean isTried(Transcript transcript, Event.Injected message) {
    return transcript
        .all(Event.Received.class)
        .filter(read -> read.end().side() == End.Side.SINK)
        .anyMatch(read -> read.octets().text().contains(message.recipient()));
  }

  private static Finding afterRepeat(Transcript transcript, Event.Injected message) {
    String subject = "the message for " + message.recipient() + ", which was answered 451,";
    if (!Deliveries.of(transcript).accepted(message).isEmpty()) {
      return Finding.kept(MAIL, subject + " came later");
    }
    Optional<Reply> lastReply = reply(transcript, "after");
    if (lastReply.filter(reply -> reply.code() == 251).isPresent()) {
      return Finding.broken(
          MAIL, subject + " is lost: ETRN is answered 251, so that nothing waits");
    }
    boolean isRefused =
        reply(transcript, "again").filter(r -> Codes.REFUSED.test(r.code())).isPresent();
    String observed = subject + " did not come when it was asked for again";
    if (transcript.fact(Facts.SCHEDULED).orElse(false)) {
      return Finding.noted(MAIL, observed + ", which is declared to follow a schedule");
    }
    return isRefused
        ? Finding.noted(MAIL, observed + ", which was refused")
        : Finding.doubtful(MAIL, observed);
  }

  /** Judges that mail that came in after the first run comes after a second request. */
  static List<Finding> second(Transcript transcript) {
    List<Finding> first = ReleaseJudge.beside("first", "etrn").judge(transcript);
    boolean isReleased = first.stream().allMatch(f -> f.assessment() == Finding.Assessment.KEPT);
    if (!isReleased) {
      return first;
    }
    return reply(transcript, "second")
        .filter(reply -> Codes.REFUSED.test(reply.code()))
        .map(reply -> List.of(Finding.noted(RUN, "the second request was refused: " + reply.raw())))
        .orElseGet(() -> ReleaseJudge.of("second", "second").judge(transcript));
  }

  private static Optional<Reply> reply(Transcript transcript, String step) {
    return Dialogue.all(transcript).stream().flatMap(d -> d.replies(step).stream()).findFirst();
  }
}
