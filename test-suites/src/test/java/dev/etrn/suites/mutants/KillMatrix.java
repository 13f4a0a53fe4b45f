package dev.etrn.suites.mutants;

import dev.etrn.server.fault.Fault;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.run.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which case finds which mutant.
 *
 * <p>A case kills a mutant when its verdict on the mutant, in the strict profile, is worse than on
 * the server that is right. What leaves nothing to judge is no kill.
 */
final class KillMatrix {

  private static final List<Verdict> FROM_BEST =
      List.of(Verdict.PASS, Verdict.NOTE, Verdict.WARN, Verdict.FAIL, Verdict.ERROR);

  /** One case that found a mutant. */
  record Kill(Fault fault, CaseResult result) {

    String caseId() {
      return result.info().id();
    }

    /** Whether the case speaks of something that the mutant breaks. */
    boolean isDue() {
      return result.info().requirements().stream().anyMatch(fault.breaks()::contains);
    }

    String line() {
      return fault.name() + " " + caseId();
    }
  }

  private final RunResult right;
  private final Map<Fault, List<Kill>> kills = new LinkedHashMap<>();

  KillMatrix(RunResult right) {
    this.right = right;
  }

  void add(Fault fault, RunResult mutant) {
    Map<String, CaseResult> before = byId(right);
    kills.put(
        fault,
        mutant.cases().stream()
            .filter(result -> isWorse(result, Optional.ofNullable(before.get(result.info().id()))))
            .map(result -> new Kill(fault, result))
            .toList());
  }

  List<Fault> survivors() {
    return kills.entrySet().stream()
        .filter(entry -> entry.getValue().stream().noneMatch(Kill::isDue))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Cases that find no mutant that they have to do with. */
  List<String> idle() {
    return right.cases().stream()
        .filter(one -> FROM_BEST.contains(one.verdict()))
        .map(one -> one.info().id())
        .filter(id -> all().noneMatch(kill -> kill.isDue() && kill.caseId().equals(id)))
        .toList();
  }

  /** Kills by cases that have nothing to do with the mutant. */
  List<Kill> astray() {
    return all().filter(kill -> !kill.isDue()).toList();
  }

  String markdown() {
    var out = new StringBuilder("# Which case finds which mutant\n\n");
    out.append(kills.size()).append(" mutants, ").append(right.cases().size());
    out.append(" cases. A mutant is the reference server with one fault.\n\n");
    out.append("| mutant: the server | breaks | found by |\n|---|---|---|\n");
    kills.forEach(
        (fault, found) -> {
          out.append("| `").append(fault.name()).append("` ").append(fault.sentence());
          out.append(" | ").append(fault.breaks().stream().sorted().collect(joined()));
          out.append(" | ").append(found.stream().map(Kill::caseId).collect(joined()));
          out.append(" |\n");
        });
    section("Cases that find none of them", idle(), out);
    section("Found by a case for something else", astray().stream().map(Kill::line).toList(), out);
    return out.toString();
  }

  private static void section(String title, List<String> lines, StringBuilder out) {
    out.append("\n## ").append(title).append("\n\n");
    lines.forEach(line -> out.append("- ").append(line).append("\n"));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private java.util.stream.Stream<Kill> all() {
    return kills.values().stream().flatMap(List::stream);
  }

  private static boolean isWorse(CaseResult result, Optional<CaseResult> before) {
    int now = FROM_BEST.indexOf(result.verdict());
    return before.isPresent() && now > FROM_BEST.indexOf(before.get().verdict());
  }

  private static Map<String, CaseResult> byId(RunResult run) {
    var byId = new TreeMap<String, CaseResult>();
    run.cases().forEach(result -> byId.put(result.info().id(), result));
    return byId;
  }
}
