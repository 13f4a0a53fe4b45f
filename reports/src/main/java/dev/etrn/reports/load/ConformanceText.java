package dev.etrn.reports.load;

import dev.etrn.load.conformance.Conformance;
import dev.etrn.load.conformance.Conformance.Evidence;
import dev.etrn.reports.MarkdownText;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sentences about the sessions of the sample. */
final class ConformanceText {

  private ConformanceText() {}

  /** Returns the sentences, or none if no session was judged. */
  static List<String> lines(Conformance found) {
    if (found.judged() == 0) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(summary(found));
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.WARN)) {
      shown(found, verdict)
          .forEach(
              finding ->
                  lines.add(
                      String.format(
                          Locale.ROOT,
                          "%s %s in %,d of them: %s (%s)",
                          verdict,
                          finding.requirement(),
                          found.count(finding.requirement(), verdict),
                          finding.observed(),
                          finding.transcript())));
    }
    return lines;
  }

  static String markdown(Conformance found) {
    var out = new StringBuilder();
    for (String line : lines(found)) {
      out.append("- ").append(MarkdownText.line(line)).append('\n');
    }
    return out.toString();
  }

  /** Returns the sentence about a requirement that a session broke, or the empty string. */
  static String breach(Conformance found, String requirement) {
    return shown(found, Verdict.FAIL)
        .filter(finding -> finding.requirement().equals(requirement))
        .map(
            finding ->
                found.count(requirement, Verdict.FAIL)
                    + " of "
                    + found.judged()
                    + " sessions: "
                    + finding.observed()
                    + " ("
                    + finding.transcript()
                    + "); "
                    + Requirements.byId(requirement).sentence())
        .findFirst()
        .orElse("");
  }

  static String summary(Conformance found) {
    return String.format(
        Locale.ROOT,
        "%,d sessions judged on %d requirements: %s%s",
        found.judged(),
        found.verdicts().size(),
        found.broken().isEmpty() ? "none broken" : "broken " + String.join(", ", found.broken()),
        found.dropped() == 0
            ? ""
            : String.format(Locale.ROOT, "; %,d not judged", found.dropped()));
  }

  /** Returns the first evidence for each requirement. */
  private static Stream<Evidence> shown(Conformance found, Verdict verdict) {
    return found.verdicts().keySet().stream()
        .flatMap(
            id ->
                found.evidence().stream()
                    .filter(
                        finding -> finding.requirement().equals(id) && finding.verdict() == verdict)
                    .limit(1));
  }
}
