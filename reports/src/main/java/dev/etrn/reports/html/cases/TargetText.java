package dev.etrn.reports.html.cases;

import dev.etrn.suites.run.result.RunResult.TargetSeen;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a target on a page, as the target presented itself.
 *
 * @param ehlo its EHLO keywords, or the first of them if there are too many
 */
public record TargetText(
    String name, String address, String version, String banner, List<String> ehlo) {

  private static final int MAX_KEYWORDS = 60;

  static TargetText of(TargetSeen seen) {
    return new TargetText(
        CutText.line(seen.name()),
        seen.address(),
        CutText.line(seen.version()),
        CutText.line(seen.banner()),
        keywords(seen.ehlo()));
  }

  private static List<String> keywords(List<String> ehlo) {
    Stream<String> keywords = ehlo.stream().limit(MAX_KEYWORDS).map(CutText::line);
    int more = ehlo.size() - MAX_KEYWORDS;
    return more <= 0
        ? keywords.toList()
        : Stream.concat(keywords, Stream.of("and " + more + " more")).collect(Collectors.toList());
  }
}
