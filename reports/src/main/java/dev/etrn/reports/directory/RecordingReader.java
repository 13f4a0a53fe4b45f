package dev.etrn.reports.directory;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.run.results.Recording;
import dev.etrn.reports.run.results.ResultsReader;
import dev.etrn.reports.run.results.ResultsReader.Transcripts;
import dev.etrn.suites.config.ConfigurationFile;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.text.TranscriptText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The reader of an earlier run, from the directory that {@code --out} named, or results.json. */
public final class RecordingReader {

  static final String RESULTS = "results.json";

  private RecordingReader() {}

  /**
   * Reads the run with its transcripts.
   *
   * @throws HarnessConfigurationException if there is no such run, or a transcript is missing
   */
  public static Recording whole(Path run) throws HarnessConfigurationException {
    Path file = file(run);
    return read(file, "RUN", (caseId, path) -> transcript(file, path));
  }

  /**
   * Reads the run without its transcripts, to compare its verdicts.
   *
   * @throws HarnessConfigurationException if there is no such run
   */
  public static Recording verdicts(Path run) throws HarnessConfigurationException {
    return read(file(run), "--baseline", Transcripts.NONE);
  }

  private static Recording read(Path file, String option, Transcripts transcripts)
      throws HarnessConfigurationException {
    return ResultsReader.read(file.toString(), ConfigurationFile.text(file, option), transcripts);
  }

  /** Returns true if {@code run} is a directory with a results.json. */
  public static boolean isIn(Path run) {
    return Files.exists(run.resolve(RESULTS));
  }

  private static Path file(Path run) throws HarnessConfigurationException {
    if (!isIn(run) && Files.exists(run.resolve("matrix.json"))) {
      throw new HarnessConfigurationException(
          run + " holds a matrix: name the run of one target, which is a directory in it");
    }
    return Files.isDirectory(run) ? run.resolve(RESULTS) : run;
  }

  /** Reads a transcript below the run; its path is in a file that may come from anywhere. */
  private static Transcript transcript(Path results, String path)
      throws HarnessConfigurationException {
    Path directory = results.toAbsolutePath().normalize().getParent();
    Path file;
    try {
      file = results.resolveSibling(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new HarnessConfigurationException(
          results + " names a transcript with an invalid path: " + EscapedText.line(path));
    }
    if (directory == null || !file.startsWith(directory)) {
      throw new HarnessConfigurationException(
          results + " names a transcript outside its directory: " + EscapedText.line(path));
    }
    String text = ConfigurationFile.text(file, "RUN");
    try {
      return TranscriptText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new HarnessConfigurationException(
          file + " is " + EscapedText.line(String.valueOf(e.getMessage())));
    }
  }
}
