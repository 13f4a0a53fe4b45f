package dev.etrn.server.operation;

import java.util.List;

/** The reload of the configuration, for an operator. */
@FunctionalInterface
public interface ConfigReloader {

  /**
   * Applies the configuration as the files are now, or nothing when it has errors; never throws.
   */
  Answer now();

  /**
   * The result of a reload.
   *
   * @param isApplied true if new sessions get the new configuration
   * @param sentences the errors, or else the warnings and the parts not applied; with file and line
   */
  record Answer(boolean isApplied, List<String> sentences) {
    public Answer {
      sentences = List.copyOf(sentences);
    }
  }
}
