package dev.etrn.suites.run.plan;

import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.Need;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which cases to run, by globs ({@code *} and {@code ?}) over case and requirement ids.
 *
 * @param include a case is in when one of these matches; all are in when there is none; one that
 *     needs patience must be named whole
 * @param exclude a case is out when one of these matches
 */
public record CaseSelection(List<String> include, List<String> exclude) {

  public CaseSelection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  public static CaseSelection everything() {
    return new CaseSelection(List.of(), List.of());
  }

  /** The selected ones, in their order; those that need patience only when they are named. */
  public <E extends Experiment> List<E> of(List<E> cases) {
    return cases.stream()
        .filter(one -> include.isEmpty() || matches(include, one))
        .filter(one -> !needsPatience(one) || matches(named(), one))
        .filter(one -> !matches(exclude, one))
        .toList();
  }

  /** All whose id, or a requirement of which, matches, also those that need patience. */
  public static <E extends Experiment> List<E> byName(String glob, List<E> cases) {
    return cases.stream().filter(one -> matches(List.of(glob), one)).toList();
  }

  /** What is asked for by its whole name, not by a glob that happens to match. */
  private List<String> named() {
    return include.stream().filter(glob -> !glob.contains("*") && !glob.contains("?")).toList();
  }

  private static boolean needsPatience(Experiment one) {
    return one.info().needs().contains(Need.PATIENCE);
  }

  private static boolean matches(List<String> globs, Experiment one) {
    return globs.stream()
        .map(CaseSelection::pattern)
        .anyMatch(
            pattern ->
                Stream.concat(Stream.of(one.info().id()), one.info().requirements().stream())
                    .anyMatch(id -> pattern.matcher(id).matches()));
  }

  private static Pattern pattern(String glob) {
    String regex = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
