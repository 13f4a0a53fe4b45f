package dev.etrn.suites.judge;

import dev.etrn.suites.catalogue.Level;
import dev.etrn.suites.catalogue.Requirement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The profile that weighs findings into an outcome, by the catalogue's strictness. */
public enum Profile {
  DEFAULT,
  STRICT;

  /** The verdicts from the one that always decides a case down to the one that never does. */
  private static final List<Verdict> BY_WEIGHT =
      List.of(
          Verdict.FAIL,
          Verdict.NOT_OFFERED,
          Verdict.NOT_APPLICABLE,
          Verdict.INCONCLUSIVE,
          Verdict.WARN,
          Verdict.NOTE,
          Verdict.PASS);

  /**
   * Returns the most serious consequence of {@code findings}, with all observations of that weight.
   *
   * @param requirements the requirements by their ids
   */
  public Outcome weigh(List<Finding> findings, Function<String, Requirement> requirements) {
    var byVerdict =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    f -> verdictOf(f, requirements.apply(f.requirement())), Collectors.toList()));
    return byVerdict.entrySet().stream()
        .min(Comparator.comparingInt(entry -> BY_WEIGHT.indexOf(entry.getKey())))
        .map(entry -> outcome(entry.getKey(), entry.getValue()))
        .orElseThrow(() -> new IllegalArgumentException("a judge found nothing at all"));
  }

  private Verdict verdictOf(Finding finding, Requirement requirement) {
    return switch (finding.assessment()) {
      case KEPT -> Verdict.PASS;
      case NOTED, REFERRED -> Verdict.NOTE;
      case DOUBTFUL -> Verdict.WARN;
      case BROKEN -> broken(requirement);
      case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
      case NOT_OFFERED -> Verdict.NOT_OFFERED;
      case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
    };
  }

  private Verdict broken(Requirement requirement) {
    return switch (requirement.strictness()) {
      case ALWAYS -> Verdict.FAIL;
      case STRICT -> this == STRICT ? Verdict.FAIL : Verdict.WARN;
      case NEVER -> requirement.level() == Level.MAY ? Verdict.NOTE : Verdict.WARN;
    };
  }

  private static Outcome outcome(Verdict verdict, List<Finding> findings) {
    List<String> requirements = findings.stream().map(Finding::requirement).distinct().toList();
    return new Outcome(verdict, observed(findings), requirements, impediment(verdict, findings));
  }

  private static Optional<Impediment> impediment(Verdict verdict, List<Finding> findings) {
    return verdict == Verdict.INCONCLUSIVE
        ? findings.stream().flatMap(f -> f.impediment().stream()).min(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static String observed(List<Finding> findings) {
    return findings.stream().map(Finding::observed).distinct().collect(Collectors.joining("; "));
  }
}
