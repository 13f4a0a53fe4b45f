package dev.etrn.suites.run.plan;

import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.Need;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The selection of the cases to run, by globs ({@code *} and {@code ?}) over case and requirement
 * ids.
 *
 * @param include the globs of selected cases; all cases are selected if there are none; a slow case
 *     must be named in full
 * @param exclude the globs of cases that are left out
 */
public record CaseSelection(List<String> include, List<String> exclude) {

  public CaseSelection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  public static CaseSelection everything() {
    return new CaseSelection(List.of(), List.of());
  }

  /** Returns the selected cases, in their order; slow ones only if they are named. */
  public <E extends Experiment> List<E> of(List<E> cases) {
    return cases.stream()
        .filter(experiment -> include.isEmpty() || matches(include, experiment))
        .filter(experiment -> !isSlow(experiment) || matches(fullNames(), experiment))
        .filter(experiment -> !matches(exclude, experiment))
        .toList();
  }

  /** Returns all cases whose id or requirement matches, slow ones too. */
  public static <E extends Experiment> List<E> byName(String glob, List<E> cases) {
    return cases.stream().filter(experiment -> matches(List.of(glob), experiment)).toList();
  }

  /** Returns the full names, without globs that happen to match. */
  private List<String> fullNames() {
    return include.stream().filter(glob -> !glob.contains("*") && !glob.contains("?")).toList();
  }

  private static boolean isSlow(Experiment experiment) {
    return experiment.info().needs().contains(Need.SLOW);
  }

  private static boolean matches(List<String> globs, Experiment experiment) {
    return globs.stream()
        .map(CaseSelection::pattern)
        .anyMatch(
            pattern ->
                Stream.concat(
                        Stream.of(experiment.info().id()),
                        experiment.info().requirements().stream())
                    .anyMatch(id -> pattern.matcher(id).matches()));
  }

  private static Pattern pattern(String glob) {
    String regex = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
