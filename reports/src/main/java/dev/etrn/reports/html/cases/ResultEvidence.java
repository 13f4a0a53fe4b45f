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
 * The evidence of one result in the drawer, apart from the catalogue.
 *
 * @param attempts the count of the verdict, such as {@code 2 of 5}, or the empty string
 * @param meaning the consequence of the deviation for users, or the empty string
 * @param broken the ids of the broken requirements
 * @param transcript the text of the transcript, cut if it is long
 * @param file the path of the whole transcript, relative to the page
 * @param before the result in an earlier run, if this run is compared with it
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

  /** The limit of all transcripts of a page together, in characters. */
  static final int PAGE = 24_000_000;

  private static final int LONGEST = 256_000;
  private static final int SHORTEST = 4_000;
  private static final Set<Verdict> DEVIATIONS = EnumSet.of(Verdict.FAIL, Verdict.WARN);

  /**
   * The waiver of the case.
   *
   * @param word its effect on the verdict
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

  /** Returns the limit of each transcript, so that the page of all results stays bounded. */
  static int longest(int results) {
    return Math.max(SHORTEST, Math.min(LONGEST, PAGE / Math.max(1, results)));
  }

  /**
   * Returns the evidence of all results of a run by case.
   *
   * @param directory the directory of the run, relative to the page: empty, or ending in a slash
   * @param longest the limit of a transcript, in characters
   */
  static Map<String, ResultEvidence> all(Report report, String directory, int longest) {
    return report.run().cases().stream()
        .collect(
            Collectors.toMap(
                result -> result.info().id(),
                result -> of(report, result, directory, longest),
                (first, second) -> first,
                LinkedHashMap::new));
  }

  private static ResultEvidence of(
      Report report, CaseResult result, String directory, int longest) {
    return new ResultEvidence(
        result.verdict().name(),
        RepeatText.of(result),
        CutText.line(result.observed()),
        String.format(Locale.ROOT, "%.1f", result.nanos() / 1e6),
        report.replayCommand(result),
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

  /** Returns the consequence of the first broken requirement that has one, or else of the case. */
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

  /** Returns the evidence of a case that only the earlier run has. */
  static ResultEvidence ofVanished(CaseResult before) {
    return new ResultEvidence(
        "", "", "", "", "", "", List.of(), null, null, "", Earlier.of(before));
  }
}
