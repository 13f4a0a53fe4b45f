package dev.etrn.reports.cli.terminal;

import dev.etrn.suites.config.HarnessConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that a command writes for the user. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Writes the file, and replaces an existing one.
   *
   * @param isSecret true if only the owner may read it
   * @throws HarnessConfigurationException if it cannot be written
   */
  public static void write(Path file, String text, boolean isSecret)
      throws HarnessConfigurationException {
    try {
      boolean hasOwner = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (isSecret && hasOwner) {
        Files.deleteIfExists(file);
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new HarnessConfigurationException(
          "cannot write " + file + ": name another file with --out");
    }
  }
}
