package dev.etrn.reports.cli.terminal;

import dev.etrn.suites.config.HarnessConfigurationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that {@code --out} names. */
public final class OutputDirectory {

  private OutputDirectory() {}

  /** An action that writes to the directory. */
  @FunctionalInterface
  public interface Writing {
    void run() throws IOException;
  }

  /**
   * Writes to the directory.
   *
   * @throws HarnessConfigurationException if the directory cannot be written to
   */
  public static void use(Path out, Writing writing) throws HarnessConfigurationException {
    try {
      writing.run();
    } catch (IOException e) {
      throw new HarnessConfigurationException(
          "cannot write to "
              + out
              + " ("
              + reason(out, e)
              + "): name another directory with --out");
    }
  }

  /** Returns the reason; for some, Java gives the type of the exception and the file alone. */
  private static String reason(Path out, IOException e) {
    for (Path part = out; part != null; part = part.getParent()) {
      if (Files.exists(part) && !Files.isDirectory(part)) {
        return (part.equals(out) ? "it" : part.toString()) + " is a file";
      }
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof FileSystemException file) {
      return file.getReason() == null ? "the file system refuses" : file.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
