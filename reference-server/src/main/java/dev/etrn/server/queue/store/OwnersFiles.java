package dev.etrn.server.queue.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The files and directories that only their owner can read, where the file system has modes. */
final class OwnersFiles {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private OwnersFiles() {}

  /** Creates {@code directory} if it does not exist; one that exists keeps its mode. */
  static void directory(Path directory) throws IOException {
    Files.createDirectories(directory, attributes(directory, DIRECTORY));
  }

  /** Returns {@code file} with the mode 0600; an empty one is created if it does not exist. */
  static Path file(Path file) throws IOException {
    try {
      return Files.createFile(file, attributes(file, FILE));
    } catch (FileAlreadyExistsException e) {
      if (hasModes(file)) {
        Files.setPosixFilePermissions(file, FILE);
      }
      return file;
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> mode) {
    return hasModes(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
