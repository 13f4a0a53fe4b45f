package dev.etrn.suites.mutants;

import dev.etrn.server.fault.Fault;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.run.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which case finds which mutant.
 *
 * <p>A case kills a mutant when its verdict on the mutant, in the strict profile, is worse than on
 * the server that is right. What leaves nothing to judge is no kill. Keeps verdicts alone, for the
 * transcripts of so many runs would fill the memory.
 */
final class KillMatrix {

  private static final List<Verdict> FROM_BEST =
      List.of(Verdict.PASS, Verdict.NOTE, Verdict.WARN, Verdict.FAIL, Verdict.ERROR);

  private final Map<String, Verdict> right;
  private final Map<Fault, List<Kill>> kills = new LinkedHashMap<>();

  /**
   * @param right what the cases say of a server without a fault
   */
  KillMatrix(RunResult right) {
    this.right =
        right.cases().stream()
            .collect(
                Collectors.toMap(
                    result -> result.info().id(),
                    CaseResult::verdict,
                    (one, other) -> one,
                    LinkedHashMap::new));
  }

  /** Adds what a run of the mutant with this fault showed; it may be of some cases alone. */
  void add(Fault fault, RunResult mutant) {
    List<Kill> found = kills.computeIfAbsent(fault, f -> new ArrayList<>());
    mutant.cases().stream()
        .filter(this::isWorse)
        .map(result -> Kill.of(fault, result))
        .forEach(found::add);
  }

  /** Names of mutants that no case finds which has to do with them. */
  List<String> survivors() {
    return kills.entrySet().stream()
        .filter(entry -> entry.getValue().stream().noneMatch(Kill::isDue))
        .map(entry -> entry.getKey().name())
        .toList();
  }

  /** Ids of cases that find no mutant that they have to do with, but could say more of one. */
  List<String> idle() {
    return right.entrySet().stream()
        .filter(one -> FROM_BEST.contains(one.getValue()))
        .map(Map.Entry::getKey)
        .filter(id -> all().noneMatch(kill -> kill.isDue() && kill.caseId().equals(id)))
        .toList();
  }

  /** Kills by cases that have nothing to do with the mutant. */
  List<Kill> astray() {
    return all().filter(kill -> !kill.isDue()).toList();
  }

  String markdown() {
    var out = new StringBuilder("# Which case finds which mutant\n\n");
    out.append(kills.size()).append(" mutants, ").append(right.size());
    out.append(" cases. A mutant is the reference server with one fault.\n\n");
    out.append("| mutant: the server | breaks | found by |\n|---|---|---|\n");
    kills.forEach(
        (fault, found) -> {
          out.append("| `").append(fault.name()).append("` ").append(fault.sentence());
          out.append(" | ").append(joined(fault.breaks().stream().sorted()));
          out.append(" | ").append(joined(found.stream().filter(Kill::isDue).map(Kill::caseId)));
          out.append(" |\n");
        });
    section("Cases that find none of them", idle(), id -> id, out);
    section(
        "Found by a case for something else",
        astray(),
        kill -> kill.key() + ": " + kill.verdict() + ", " + kill.observed(),
        out);
    return out.toString();
  }

  private static <T> void section(
      String title, List<T> items, Function<T, String> line, StringBuilder out) {
    out.append("\n## ").append(title).append("\n\n");
    items.forEach(item -> out.append("- ").append(line.apply(item)).append("\n"));
  }

  private static String joined(Stream<String> words) {
    return words.collect(Collectors.joining(", "));
  }

  private Stream<Kill> all() {
    return kills.values().stream().flatMap(List::stream);
  }

  private boolean isWorse(CaseResult result) {
    int before = FROM_BEST.indexOf(right.getOrDefault(result.info().id(), Verdict.ERROR));
    return before >= 0 && FROM_BEST.indexOf(result.verdict()) > before;
  }
}
