package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;

/**
 * What became of the first message of a run, which is asked for before any case asks (DECL-003).
 *
 * <p>On a server that runs its queue too late, the runs that earlier cases asked for bring the mail
 * of later ones in time. Nothing was asked for before the first message.
 */
public final class FirstMessage {

  /** The fact that it did not come: how long it was waited for. */
  public static final String MISSING = "first.missing";

  private FirstMessage() {}

  /** A breach when it did not come in the time that is declared; nothing otherwise. */
  public static List<Finding> judge(Transcript transcript) {
    return transcript.fact(MISSING).stream()
        .map(
            time ->
                Finding.broken(
                    "DECL-003",
                    "the first message of the run, asked for before all others, did not come within"
                        + " "
                        + time
                        + " of an ETRN that was accepted"))
        .toList();
  }
}
