package dev.etrn.suites.run.result;

import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of one run of cases against one target, with everything that a rendering needs.
 *
 * @param startedAt the start of the run
 * @param seed the seed of random values
 * @param profile the profile that weighed the findings
 * @param target the target that was tested
 * @param complete true if every selected case was played; false after an interruption
 * @param cases the results, in the order of the catalogue
 * @param notices the notices about the run as a whole, such as a lack of time for all cases: each
 *     is a sentence without a full stop that says what to do
 * @param synopsis a sentence without a full stop on whether ETRN works, as found at the start of
 *     the run; empty if that was not checked
 */
public record RunResult(
    Instant startedAt,
    long seed,
    Profile profile,
    TargetSeen target,
    boolean complete,
    List<CaseResult> cases,
    List<String> notices,
    Optional<String> synopsis) {

  public RunResult {
    cases = List.copyOf(cases);
    notices = List.copyOf(notices);
  }

  /** A run without notices and synopsis. */
  public RunResult(
      Instant startedAt,
      long seed,
      Profile profile,
      TargetSeen target,
      boolean complete,
      List<CaseResult> cases) {
    this(startedAt, seed, profile, target, complete, cases, List.of(), Optional.empty());
  }

  /** Returns the same run with other notices. */
  public RunResult withNotices(List<String> others) {
    return new RunResult(startedAt, seed, profile, target, complete, cases, others, synopsis);
  }

  /** Returns the same run with this synopsis. */
  public RunResult with(Optional<String> other) {
    return new RunResult(startedAt, seed, profile, target, complete, cases, notices, other);
  }

  /** Returns the same run with other results. */
  public RunResult with(List<CaseResult> others) {
    return new RunResult(startedAt, seed, profile, target, complete, others, notices, synopsis);
  }

  /** Returns the transcripts of all cases and rounds. */
  public Stream<Transcript> transcripts() {
    return cases.stream().flatMap(result -> result.attempts().stream()).map(Attempt::transcript);
  }

  /** Returns the number of cases by verdict; verdicts without a case are absent. */
  public Map<Verdict, Long> summary() {
    return cases.stream()
        .collect(Collectors.groupingBy(CaseResult::verdict, TreeMap::new, Collectors.counting()));
  }

  /**
   * The target as it showed itself.
   *
   * @param name the name that the user gave
   * @param address the host and port
   * @param image the container image, or the empty string
   * @param version the installed version, or the empty string
   * @param banner the text of its greeting
   * @param ehlo the keyword lines of its EHLO reply
   */
  public record TargetSeen(
      String name, String address, String image, String version, String banner, List<String> ehlo) {
    public TargetSeen {
      ehlo = List.copyOf(ehlo);
    }
  }
}
