package dev.etrn.reports.cli;

import dev.etrn.suites.target.ConfigurationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that a command writes for the user. */
final class OutFile {

  private OutFile() {}

  /**
   * Writes it, in place of one that is there.
   *
   * @param isSecret whether only the owner may read it
   * @throws ConfigurationError when it cannot be written
   */
  static void write(Path file, String text, boolean isSecret) throws ConfigurationError {
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
      throw new ConfigurationError("cannot write " + file + ": name another file with --out");
    }
  }
}
