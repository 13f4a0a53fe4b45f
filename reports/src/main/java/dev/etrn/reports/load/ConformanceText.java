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

/** What the sessions of the sample showed, in sentences. */
final class ConformanceText {

  private ConformanceText() {}

  /** Nothing when nothing was to be judged. */
  static List<String> lines(Conformance found) {
    if (found.judged() == 0) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(summary(found));
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.WARN)) {
      shown(found, verdict)
          .forEach(
              one ->
                  lines.add(
                      String.format(
                          Locale.ROOT,
                          "%s %s in %,d of them: %s (%s)",
                          verdict,
                          one.requirement(),
                          found.count(one.requirement(), verdict),
                          one.observed(),
                          one.transcript())));
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

  /** What to say of a requirement that a session broke; empty when none did. */
  static String breach(Conformance found, String requirement) {
    return shown(found, Verdict.FAIL)
        .filter(one -> one.requirement().equals(requirement))
        .map(
            one ->
                found.count(requirement, Verdict.FAIL)
                    + " of "
                    + found.judged()
                    + " sessions: "
                    + one.observed()
                    + " ("
                    + one.transcript()
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

  /** The first of each requirement. */
  private static Stream<Evidence> shown(Conformance found, Verdict verdict) {
    return found.verdicts().keySet().stream()
        .flatMap(
            id ->
                found.evidence().stream()
                    .filter(one -> one.requirement().equals(id) && one.verdict() == verdict)
                    .limit(1));
  }
}
