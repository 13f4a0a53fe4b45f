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
 * Which case finds which mutant.
 *
 * <p>A case kills a mutant when its verdict on the mutant, in the strict profile, is worse than on
 * the server that is right. What leaves nothing to judge is not a kill, nor is a pointer to the
 * case that tells the cause. A freedom that was used (harm {@link Harm#NONE}) is for none to find;
 * it counts against the cases that accuse it.
 */
final class KillMatrix {

  private static final List<Verdict> FROM_BEST =
      List.of(Verdict.PASS, Verdict.NOTE, Verdict.WARN, Verdict.FAIL, Verdict.ERROR);

  /** What lets a run end with another exit code than 0, or puts a blame on the server. */
  private static final Set<Verdict> ACCUSING =
      EnumSet.of(Verdict.WARN, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.ERROR);

  private final Map<String, CaseVerdict> right = new LinkedHashMap<>();
  private final Map<Fault, List<Kill>> kills = new LinkedHashMap<>();
  private final List<Kill> accusations = new ArrayList<>();

  /**
   * @param right what the cases say of a server without a fault
   */
  KillMatrix(List<CaseVerdict> right) {
    right.forEach(one -> this.right.putIfAbsent(one.caseId(), one));
  }

  /** Adds what a run of the mutant with this fault showed; it may be of some cases alone. */
  void add(Fault fault, List<CaseVerdict> mutant) {
    List<Kill> found = kills.computeIfAbsent(fault, f -> new ArrayList<>());
    mutant.stream().filter(this::isWorse).map(one -> new Kill(fault, one)).forEach(found::add);
    if (fault.harm() == Harm.NONE) {
      mutant.stream()
          .filter(this::isAccused)
          .map(one -> new Kill(fault, one))
          .forEach(accusations::add);
    }
  }

  /** Names of mutants that no case finds which has to do with them. */
  List<String> survivors() {
    return harmful().filter(fault -> found(fault).noneMatch(Kill::isDue)).map(Fault::name).toList();
  }

  /** Names of grave mutants that are found, and let a run in the default profile end well. */
  List<String> mild() {
    return harmful()
        .filter(fault -> fault.harm() == Harm.GRAVE)
        .filter(fault -> found(fault).anyMatch(Kill::isDue))
        .filter(fault -> found(fault).filter(Kill::isDue).noneMatch(Kill::isFailure))
        .map(Fault::name)
        .toList();
  }

  /** Verdicts above NOTE, in the default profile, on what uses a freedom alone. */
  List<Kill> accused() {
    return accusations;
  }

  /** Ids of cases that find no mutant that they have to do with, but could say more of one. */
  List<String> idle() {
    return right.entrySet().stream()
        .filter(one -> FROM_BEST.contains(one.getValue().strict()))
        .map(Map.Entry::getKey)
        .filter(id -> all().noneMatch(kill -> kill.isDue() && kill.caseId().equals(id)))
        .toList();
  }

  /** Kills by cases that have nothing to do with the mutant. */
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
        kill -> kill.key() + ": " + kill.found().byDefault() + ", " + kill.found().observed(),
        out);
    section("Cases that find none of them", idle(), id -> id, out);
    section(
        "Found by a case for something else",
        astray(),
        kill -> kill.key() + ": " + kill.found().strict() + ", " + kill.found().observed(),
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

  /** In bold when a run in the default profile fails for it. */
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
    CaseVerdict before = right.get(mutant.caseId());
    int usual = before == null ? -1 : FROM_BEST.indexOf(before.strict());
    return usual >= 0 && FROM_BEST.indexOf(mutant.strict()) > usual && !mutant.isReferral();
  }

  private boolean isAccused(CaseVerdict mutant) {
    CaseVerdict before = right.get(mutant.caseId());
    return ACCUSING.contains(mutant.byDefault())
        && (before == null || before.byDefault() != mutant.byDefault());
  }
}
