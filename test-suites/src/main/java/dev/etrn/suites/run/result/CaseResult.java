package dev.etrn.suites.run.result;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import java.util.Comparator;
import java.util.List;

/**
 * The result of one case in one run. Of several attempts the worst counts, and of equal ones the
 * first.
 *
 * @param info the case
 * @param attempts the attempts, at least one, in the order of their rounds
 */
public record CaseResult(CaseInfo info, List<Attempt> attempts) {

  public CaseResult {
    attempts = attempts.stream().sorted(Comparator.comparingInt(Attempt::round)).toList();
    if (attempts.isEmpty()) {
      throw new IllegalArgumentException(info.id() + " was not played");
    }
  }

  /** The result of a case that was played once. */
  public CaseResult(
      CaseInfo info, Verdict verdict, String observed, long nanos, Transcript transcript) {
    this(info, List.of(new Attempt(1, verdict, observed, nanos, transcript)));
  }

  public Attempt worst() {
    return attempts.stream()
        .min(Comparator.comparingInt(attempt -> Verdict.WORST_FIRST.indexOf(attempt.verdict())))
        .orElseThrow();
  }

  public Verdict verdict() {
    return worst().verdict();
  }

  public String observed() {
    return worst().observed();
  }

  /**
   * Returns the ids of the broken requirements, the gravest first; empty unless the verdict is FAIL
   * or WARN.
   */
  public List<String> broken() {
    return verdict() == Verdict.FAIL || verdict() == Verdict.WARN
        ? worst().outcome().requirements()
        : List.of();
  }

  public long nanos() {
    return worst().nanos();
  }

  public Transcript transcript() {
    return worst().transcript();
  }

  /** Returns the number of attempts that got the verdict that counts. */
  public long times() {
    return attempts.stream().filter(attempt -> attempt.verdict() == verdict()).count();
  }

  /** Returns true if the attempts got different verdicts. */
  public boolean isUnstable() {
    return times() < attempts.size();
  }
}
