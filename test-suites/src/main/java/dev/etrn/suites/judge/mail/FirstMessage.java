package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;

/**
 * The check of the first message of a run, which is requested before any other mail (DECL-003).
 *
 * <p>On a server that runs its queue too late, the queue runs of earlier cases deliver the mail of
 * later cases in time. Only the first message has no queue run before it.
 */
public final class FirstMessage {

  private FirstMessage() {}

  /** Returns a breach if the message did not come within the declared time; otherwise nothing. */
  public static List<Finding> judge(Transcript transcript) {
    return transcript.fact(Facts.FIRST_MISSING).stream()
        .map(
            time ->
                Finding.broken(
                    "DECL-003",
                    "the first message of the run, asked for before all others, did not come within"
                        + " "
                        + Facts.FIRST_MISSING.text(time)
                        + " of an ETRN that was accepted"))
        .toList();
  }
}
