package dev.etrn.suites.run.result;

import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;

/**
 * One attempt at a case.
 *
 * @param round the number of the round, from 1
 * @param outcome the outcome by the judge
 * @param nanos the duration of the experiment
 * @param transcript the record of both ends; without any connection if the case was not played
 */
public record Attempt(int round, Outcome outcome, long nanos, Transcript transcript) {

  /** An attempt whose outcome rests on no requirement. */
  public Attempt(int round, Verdict verdict, String observed, long nanos, Transcript transcript) {
    this(round, new Outcome(verdict, observed), nanos, transcript);
  }

  public Verdict verdict() {
    return outcome.verdict();
  }

  /** Returns the observation, in one or a few sentences. */
  public String observed() {
    return outcome.observed();
  }
}
