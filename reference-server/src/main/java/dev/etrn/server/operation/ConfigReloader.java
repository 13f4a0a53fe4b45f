package dev.etrn.server.operation;

import java.util.List;

/** Reads the configuration again, for an operator. */
@FunctionalInterface
public interface ConfigReloader {

  /** Applies what is written now, or nothing when that has errors; never throws. */
  Answer now();

  /**
   * What became of it.
   *
   * @param isApplied whether new sessions get the new configuration
   * @param sentences errors, or else warnings and what was not applied; with file and line
   */
  record Answer(boolean isApplied, List<String> sentences) {
    public Answer {
      sentences = List.copyOf(sentences);
    }
  }
}
