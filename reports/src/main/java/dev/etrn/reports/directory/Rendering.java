package dev.etrn.reports.directory;

import java.util.Optional;
import java.util.function.Function;

/**
 * A format of a report, as a value: the name of its file, and the function that writes its content.
 *
 * @param <R> the type of the report
 * @param file the name of the file in the directory of the report
 * @param content the content of the file; empty if this report has no such file
 */
public record Rendering<R>(String file, Function<R, Optional<String>> content) {

  /** Returns a format that every report has. */
  static <R> Rendering<R> of(String file, Function<R, String> content) {
    return new Rendering<>(file, content.andThen(Optional::of));
  }
}
