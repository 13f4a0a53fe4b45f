package dev.etrn.reports.directory;

import dev.etrn.reports.Printable;
import dev.etrn.reports.json.Recording;
import dev.etrn.reports.json.ResultsReader;
import dev.etrn.reports.json.ResultsReader.Transcripts;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.ConfigurationFile;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.TranscriptText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads an earlier run from the directory that {@code --out} named, or its results.json. */
public final class RecordedRun {

  private static final String RESULTS = "results.json";

  private RecordedRun() {}

  /**
   * The run with its transcripts.
   *
   * @throws ConfigurationError when there is no such run, or a transcript is missing
   */
  public static Recording whole(Path run) throws ConfigurationError {
    Path file = file(run);
    return read(file, "RUN", (caseId, path) -> transcript(file, path));
  }

  /**
   * The run without its transcripts, for who compares verdicts.
   *
   * @throws ConfigurationError when there is no such run
   */
  public static Recording verdicts(Path run) throws ConfigurationError {
    return read(file(run), "--baseline", Transcripts.NONE);
  }

  private static Recording read(Path file, String option, Transcripts transcripts)
      throws ConfigurationError {
    return ResultsReader.read(file.toString(), ConfigurationFile.text(file, option), transcripts);
  }

  /** Whether {@code run} is a directory with one. */
  public static boolean isIn(Path run) {
    return Files.exists(run.resolve(RESULTS));
  }

  private static Path file(Path run) throws ConfigurationError {
    if (!isIn(run) && Files.exists(run.resolve("matrix.json"))) {
      throw new ConfigurationError(
          run + " holds a matrix: name the run of one target, which is a directory in it");
    }
    return Files.isDirectory(run) ? run.resolve(RESULTS) : run;
  }

  /** Only a file below the run: the path comes from a file that may come from anywhere. */
  private static Transcript transcript(Path results, String path) throws ConfigurationError {
    Path directory = results.toAbsolutePath().normalize().getParent();
    Path file;
    try {
      file = results.resolveSibling(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new ConfigurationError(
          results + " names a transcript that no file can be: " + Printable.line(path));
    }
    if (directory == null || !file.startsWith(directory)) {
      throw new ConfigurationError(
          results + " names a transcript outside its directory: " + Printable.line(path));
    }
    String text = ConfigurationFile.text(file, "RUN");
    try {
      return TranscriptText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationError(file + " is " + Printable.line(String.valueOf(e.getMessage())));
    }
  }
}
