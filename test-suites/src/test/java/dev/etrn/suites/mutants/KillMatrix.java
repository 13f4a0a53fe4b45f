package dev.etrn.suites.mutants;

import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.Harm;
import dev.etrn.suites.judge.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The matrix of the cases that find each mutant.
 *
 * <p>A case kills a mutant if its verdict on the mutant, in the strict profile, is worse than on
 * the correct server. A verdict with nothing to judge is not a kill, and neither is a reference to
 * the case that reports the cause. A permitted deviation (harm {@link Harm#NONE}) must not be
 * found; it counts against the cases that accuse it.
 */
final class KillMatrix {

  private static final List<Verdict> FROM_BEST =
      List.of(Verdict.PASS, Verdict.NOTE, Verdict.WARN, Verdict.FAIL, Verdict.ERROR);

  /** The verdicts that blame the server, or make a run exit with another code than 0. */
  private static final Set<Verdict> ACCUSING =
      EnumSet.of(Verdict.WARN, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.ERROR);

  private final Map<String, CaseVerdict> right = new LinkedHashMap<>();
  private final Map<Fault, List<Kill>> kills = new LinkedHashMap<>();
  private final List<Kill> accusations = new ArrayList<>();

  /**
   * @param right the verdicts on a server without a fault
   */
  KillMatrix(List<CaseVerdict> right) {
    right.forEach(verdict -> this.right.putIfAbsent(verdict.caseId(), verdict));
  }

  /** Adds the verdicts on the mutant with this fault; they may be of some cases only. */
  void add(Fault fault, List<CaseVerdict> mutant) {
    List<Kill> mutantKills = kills.computeIfAbsent(fault, f -> new ArrayList<>());
    mutant.stream()
        .filter(this::isWorse)
        .map(verdict -> new Kill(fault, verdict))
        .forEach(mutantKills::add);
    if (fault.harm() == Harm.NONE) {
      mutant.stream()
          .filter(this::isAccused)
          .map(verdict -> new Kill(fault, verdict))
          .forEach(accusations::add);
    }
  }

  /** Returns the names of mutants that no case for their requirements finds. */
  List<String> survivors() {
    return harmful().filter(fault -> found(fault).noneMatch(Kill::isDue)).map(Fault::name).toList();
  }

  /**
   * Returns the names of grave mutants that are found, but not with FAIL in the default profile.
   */
  List<String> mild() {
    return harmful()
        .filter(fault -> fault.harm() == Harm.GRAVE)
        .filter(fault -> found(fault).anyMatch(Kill::isDue))
        .filter(fault -> found(fault).filter(Kill::isDue).noneMatch(Kill::isFailure))
        .map(Fault::name)
        .toList();
  }

  /** Returns the verdicts above NOTE, in the default profile, on permitted deviations. */
  List<Kill> accused() {
    return accusations;
  }

  /** Returns the ids of cases that find no mutant of their requirements, but have a verdict. */
  List<String> idle() {
    return right.entrySet().stream()
        .filter(entry -> FROM_BEST.contains(entry.getValue().strict()))
        .map(Map.Entry::getKey)
        .filter(id -> all().noneMatch(kill -> kill.isDue() && kill.caseId().equals(id)))
        .toList();
  }

  /** Returns the kills by cases for other requirements than the mutant breaks. */
  List<Kill> astray() {
    return all()
        .filter(kill -> kill.fault().harm() != Harm.NONE)
        .filter(kill -> !kill.isDue())
        .toList();
  }

  String markdown() {
    var out = new StringBuilder("# Which case finds which mutant\n\n");
    out.append(kills.size()).append(" mutants, ").append(right.size());
    out.append(" cases. A mutant is the reference server with one fault.\n\n");
    out.append("| mutant: the server | harm | breaks | found by |\n|---|---|---|---|\n");
    kills.keySet().forEach(fault -> out.append(row(fault)));
    section("Not found", survivors(), name -> name, out);
    section("Grave, and no FAIL in the default profile", mild(), name -> name, out);
    section(
        "A freedom, and above NOTE in the default profile",
        accused(),
        kill -> kill.key() + ": " + kill.verdict().byDefault() + ", " + kill.verdict().observed(),
        out);
    section("Cases that find none of them", idle(), id -> id, out);
    section(
        "Found by a case for something else",
        astray(),
        kill -> kill.key() + ": " + kill.verdict().strict() + ", " + kill.verdict().observed(),
        out);
    return out.toString();
  }

  private String row(Fault fault) {
    String harm = fault.harm().name().toLowerCase(Locale.ROOT);
    return String.format(
        "| `%s` %s | %s | %s | %s |%n",
        fault.name(),
        fault.sentence(),
        harm,
        joined(fault.breaks().stream().sorted()),
        joined(found(fault).filter(Kill::isDue).map(KillMatrix::cell).distinct()));
  }

  /** Returns the case id, in bold if a run in the default profile fails because of it. */
  private static String cell(Kill kill) {
    return kill.isFailure() ? "**" + kill.caseId() + "**" : kill.caseId();
  }

  private static <T> void section(
      String title, List<T> items, Function<T, String> line, StringBuilder out) {
    out.append("\n## ").append(title).append("\n\n");
    items.forEach(item -> out.append("- ").append(line.apply(item)).append("\n"));
  }

  private static String joined(Stream<String> words) {
    return words.collect(Collectors.joining(", "));
  }

  private Stream<Fault> harmful() {
    return kills.keySet().stream().filter(fault -> fault.harm() != Harm.NONE);
  }

  private Stream<Kill> found(Fault fault) {
    return kills.getOrDefault(fault, List.of()).stream();
  }

  private Stream<Kill> all() {
    return kills.values().stream().flatMap(List::stream);
  }

  private boolean isWorse(CaseVerdict mutant) {
    CaseVerdict onRight = right.get(mutant.caseId());
    int rightRank = onRight == null ? -1 : FROM_BEST.indexOf(onRight.strict());
    return rightRank >= 0 && FROM_BEST.indexOf(mutant.strict()) > rightRank && !mutant.isReferral();
  }

  private boolean isAccused(CaseVerdict mutant) {
    CaseVerdict onRight = right.get(mutant.caseId());
    return ACCUSING.contains(mutant.byDefault())
        && (onRight == null || onRight.byDefault() != mutant.byDefault());
  }
}
