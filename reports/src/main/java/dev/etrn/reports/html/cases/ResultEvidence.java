package dev.etrn.reports.html.cases;

import dev.etrn.reports.run.RepeatText;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.catalogue.requirements.Consequences;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.transcript.text.TranscriptText;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the drawer shows of one result, beside what the catalogue says of its case.
 *
 * @param attempts such as {@code 2 of 5}, or empty
 * @param meaning what the deviation means for people, or empty
 * @param broken ids of the requirements that were broken
 * @param transcript text form; cut when it is long
 * @param file where the whole transcript stands, relative to the page
 * @param before the result in an earlier run, when this one is compared with it
 */
record ResultEvidence(
    String verdict,
    String attempts,
    String observed,
    String millis,
    String replay,
    String meaning,
    List<String> broken,
    @Nullable Waived waiver,
    @Nullable CutText transcript,
    String file,
    @Nullable Earlier before) {

  /** So large may all transcripts of a page be together, in characters. */
  static final int PAGE = 24_000_000;

  private static final int LONGEST = 256_000;
  private static final int SHORTEST = 4_000;
  private static final Set<Verdict> DEVIATIONS = EnumSet.of(Verdict.FAIL, Verdict.WARN);

  /**
   * A waiver that speaks of the case.
   *
   * @param word what it makes of the verdict
   */
  record Waived(String word, String kind, String reason, String expires, String link) {

    static Waived of(Expectation expectation) {
      return new Waived(
          word(expectation),
          expectation.kind().word(),
          CutText.line(expectation.waiver().reason()),
          expectation.waiver().expires().toString(),
          expectation.waiver().link().map(URI::toString).orElse(""));
    }

    static String word(Expectation expectation) {
      return expectation.isFail() ? "waived" : "passes unexpectedly";
    }
  }

  /** The result of the case in an earlier run. */
  record Earlier(String verdict, String observed) {

    static Earlier of(CaseResult result) {
      return new Earlier(result.verdict().name(), CutText.line(result.observed()));
    }
  }

  /** How long the transcript of each of so many results may be, for the page to stay bounded. */
  static int longest(int results) {
    return Math.max(SHORTEST, Math.min(LONGEST, PAGE / Math.max(1, results)));
  }

  /**
   * All results of a run, by case.
   *
   * @param directory of the run, relative to the page: empty, or ending in a slash
   * @param longest how long a transcript may be, in characters
   */
  static Map<String, ResultEvidence> all(Report report, String directory, int longest) {
    return report.run().cases().stream()
        .collect(
            Collectors.toMap(
                result -> result.info().id(),
                result -> of(report, result, directory, longest),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static ResultEvidence of(
      Report report, CaseResult result, String directory, int longest) {
    return new ResultEvidence(
        result.verdict().name(),
        RepeatText.of(result),
        CutText.line(result.observed()),
        String.format(Locale.ROOT, "%.1f", result.nanos() / 1e6),
        report.replay(result),
        meaning(result),
        result.broken(),
        report.expectation(result).map(Waived::of).orElse(null),
        CutText.of(TranscriptText.write(result.transcript()), longest),
        directory + Report.transcriptPath(result),
        report
            .comparison()
            .flatMap(c -> c.of(result))
            .flatMap(difference -> difference.before())
            .map(Earlier::of)
            .orElse(null));
  }

  /**
   * What the first broken requirement that has a consequence means; else what the case is about.
   */
  private static String meaning(CaseResult result) {
    if (!DEVIATIONS.contains(result.verdict())) {
      return "";
    }
    return result.broken().stream()
        .flatMap(id -> Consequences.of(id).stream())
        .findFirst()
        .or(() -> Consequences.of(result.info()))
        .orElse("");
  }

  /** A case that is there no more: only the earlier run knows it. */
  static ResultEvidence gone(CaseResult before) {
    return new ResultEvidence(
        "", "", "", "", "", "", List.of(), null, null, "", Earlier.of(before));
  }
}
