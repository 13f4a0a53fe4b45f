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
 * One run of cases against one target; everything a rendering needs.
 *
 * @param startedAt when the run began
 * @param seed of whatever is drawn by chance
 * @param profile how findings were weighed
 * @param target what was tested
 * @param complete whether every selected case was played; false after an interruption
 * @param cases in the order of the catalogue
 * @param notices what is told of the run as a whole, such as that it had no time for all cases:
 *     each a sentence without a full stop that says what to do
 * @param synopsis whether ETRN works, in one sentence without a full stop, as the run found at its
 *     start; empty when that was not looked at
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

  /** A run of which nothing is to be told but its results. */
  public RunResult(
      Instant startedAt,
      long seed,
      Profile profile,
      TargetSeen target,
      boolean complete,
      List<CaseResult> cases) {
    this(startedAt, seed, profile, target, complete, cases, List.of(), Optional.empty());
  }

  /** The same run with other notices. */
  public RunResult withNotices(List<String> others) {
    return new RunResult(startedAt, seed, profile, target, complete, cases, others, synopsis);
  }

  /** The same run with this synopsis. */
  public RunResult with(Optional<String> other) {
    return new RunResult(startedAt, seed, profile, target, complete, cases, notices, other);
  }

  /** The same run with other results. */
  public RunResult with(List<CaseResult> others) {
    return new RunResult(startedAt, seed, profile, target, complete, others, notices, synopsis);
  }

  /** Of all cases and rounds. */
  public Stream<Transcript> transcripts() {
    return cases.stream().flatMap(result -> result.attempts().stream()).map(Attempt::transcript);
  }

  /** How many cases got each verdict; verdicts that none got are absent. */
  public Map<Verdict, Long> summary() {
    return cases.stream()
        .collect(Collectors.groupingBy(CaseResult::verdict, TreeMap::new, Collectors.counting()));
  }

  /**
   * The target as it showed itself.
   *
   * @param name as the user named it
   * @param address host and port
   * @param image container image, or empty
   * @param version what is installed in it, or empty
   * @param banner text of its greeting
   * @param ehlo the keyword lines of its EHLO reply
   */
  public record TargetSeen(
      String name, String address, String image, String version, String banner, List<String> ehlo) {
    public TargetSeen {
      ehlo = List.copyOf(ehlo);
    }
  }
}
