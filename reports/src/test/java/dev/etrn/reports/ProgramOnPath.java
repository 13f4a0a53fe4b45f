package dev.etrn.reports;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The programs on the path that tests use if the machine has them. */
public final class ProgramOnPath {

  private ProgramOnPath() {}

  /** Returns the files with this name on the path, in its order. */
  public static Stream<Path> named(String name) {
    String path = System.getenv("PATH");
    return Stream.of((path == null ? "" : path).split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable);
  }

  public static boolean exists(String name) {
    return named(name).findAny().isPresent();
  }
}
