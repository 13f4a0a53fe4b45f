package dev.etrn.reports.directory;

import dev.etrn.reports.Report;
import dev.etrn.reports.badge.BadgeJson;
import dev.etrn.reports.html.HtmlComparison;
import dev.etrn.reports.html.HtmlReport;
import dev.etrn.reports.json.ResultsJson;
import dev.etrn.reports.junit.JunitXml;
import dev.etrn.reports.markdown.MarkdownSummary;
import dev.etrn.reports.sarif.SarifJson;
import dev.etrn.suites.run.Attempt;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.transcript.TranscriptText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The directory that {@code --out} names: all renderings of one run, and its transcripts. */
public final class RunDirectory {

  private final Path directory;

  public RunDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes the directory, so that a run does not end with nowhere to write.
   *
   * @throws IOException when it cannot be made or written to
   */
  public void prepare() throws IOException {
    Files.createDirectories(directory.resolve("transcripts"));
    if (!Files.isWritable(directory)) {
      throw new IOException("not writable");
    }
  }

  /** Writes every file anew; each is whole or not there. */
  public void write(Report report) throws IOException {
    prepare();
    for (CaseResult result : report.run().cases()) {
      for (Attempt attempt : result.attempts()) {
        put(Report.transcriptPath(result, attempt), TranscriptText.write(attempt.transcript()));
      }
    }
    put("junit.xml", JunitXml.write(report));
    put("summary.md", MarkdownSummary.write(report));
    put("report.html", HtmlReport.write(report));
    if (report.comparison().isPresent()) {
      put("compare.html", HtmlComparison.write(report, report.comparison().get()));
    } else {
      Files.deleteIfExists(directory.resolve("compare.html"));
    }
    put("results.sarif", SarifJson.write(report));
    put("badge.json", BadgeJson.write(report));
    put("results.json", ResultsJson.write(report));
  }

  private void put(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Path whole = Files.writeString(directory.resolve(name + ".part"), text);
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
