package dev.etrn.reports.directory;

import dev.etrn.reports.html.cases.ComparisonPage;
import dev.etrn.reports.html.cases.RunPage;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.junit.JunitXml;
import dev.etrn.reports.run.results.ResultsJson;
import dev.etrn.reports.run.sarif.SarifJson;
import dev.etrn.reports.run.summary.BadgeJson;
import dev.etrn.reports.run.summary.MarkdownSummary;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.transcript.text.TranscriptText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The directory that {@code --out} names: all renderings of one run, and its transcripts. */
public final class RunDirectory {

  /**
   * The formats of a run, in the order in which they are written. The file that other commands read
   * comes last: where it is, the others are.
   */
  public static final List<Rendering<Report>> RENDERINGS =
      List.of(
          Rendering.of("junit.xml", JunitXml::write),
          Rendering.of("summary.md", MarkdownSummary::write),
          Rendering.of("report.html", RunPage::write),
          new Rendering<>(
              "compare.html",
              report -> report.comparison().map(c -> ComparisonPage.write(report, c))),
          Rendering.of("results.sarif", SarifJson::write),
          Rendering.of("badge.json", BadgeJson::write),
          Rendering.of(RecordingReader.RESULTS, ResultsJson::write));

  private static final String TRANSCRIPTS = "transcripts";

  private final Path directory;

  public RunDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Creates the directory, so that an error shows before the run.
   *
   * @throws IOException if it cannot be created or written to
   */
  public void prepare() throws IOException {
    Files.createDirectories(directory.resolve(TRANSCRIPTS));
    ReportFiles.prepare(directory);
  }

  /**
   * Writes all files, each of which is complete or absent. At the end it deletes the transcripts
   * that an earlier run wrote and this one did not.
   */
  public void write(Report report) throws IOException {
    prepare();
    var written = new HashSet<Path>();
    for (CaseResult result : report.run().cases()) {
      for (Attempt attempt : result.attempts()) {
        String name = Report.transcriptPath(result, attempt);
        ReportFiles.put(directory, name, TranscriptText.write(attempt.transcript()));
        written.add(directory.resolve(name));
      }
    }
    ReportFiles.write(directory, RENDERINGS, report);
    deleteOthers(written);
  }

  private void deleteOthers(Set<Path> written) throws IOException {
    List<Path> others;
    try (Stream<Path> files = Files.list(directory.resolve(TRANSCRIPTS))) {
      others = files.filter(file -> !written.contains(file)).toList();
    }
    for (Path other : others) {
      if (isTranscript(other)) {
        Files.delete(other);
      }
    }
  }

  /** Returns true if a run wrote this file: its name has the case id that the file contains. */
  private static boolean isTranscript(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(".txt") || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      String caseId = TranscriptText.parse(Files.readString(file)).caseId();
      return name.startsWith(caseId)
          && name.substring(caseId.length()).matches("(\\.[0-9]+)?\\.txt");
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
