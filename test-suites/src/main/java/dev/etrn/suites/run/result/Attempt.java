package dev.etrn.suites.run.result;

import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;

/**
 * One time that a case was played.
 *
 * @param round which, from 1
 * @param outcome what the judge said of it
 * @param nanos how long the experiment took
 * @param transcript what both ends saw; without any connection when the case was not played
 */
public record Attempt(int round, Outcome outcome, long nanos, Transcript transcript) {

  /** An attempt whose outcome rests on no requirement. */
  public Attempt(int round, Verdict verdict, String observed, long nanos, Transcript transcript) {
    this(round, new Outcome(verdict, observed), nanos, transcript);
  }

  public Verdict verdict() {
    return outcome.verdict();
  }

  /** What came, in one or a few sentences. */
  public String observed() {
    return outcome.observed();
  }
}
