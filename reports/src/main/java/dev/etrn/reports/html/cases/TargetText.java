package dev.etrn.reports.html.cases;

import dev.etrn.suites.run.result.RunResult.TargetSeen;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A target as it showed itself, fit for a page.
 *
 * @param ehlo its keywords, the first of them when there are too many
 */
public record TargetText(
    String name, String address, String version, String banner, List<String> ehlo) {

  private static final int MOST_KEYWORDS = 60;

  static TargetText of(TargetSeen seen) {
    return new TargetText(
        CutText.line(seen.name()),
        seen.address(),
        CutText.line(seen.version()),
        CutText.line(seen.banner()),
        keywords(seen.ehlo()));
  }

  private static List<String> keywords(List<String> ehlo) {
    Stream<String> shown = ehlo.stream().limit(MOST_KEYWORDS).map(CutText::line);
    int more = ehlo.size() - MOST_KEYWORDS;
    return more <= 0
        ? shown.toList()
        : Stream.concat(shown, Stream.of("and " + more + " more")).collect(Collectors.toList());
  }
}
