package dev.etrn.server.config.source;

/**
 * Something in a configuration file that is wrong, or that has no effect.
 *
 * @param isError whether the configuration cannot be used
 * @param file its name
 * @param line from 1
 * @param sentence what stands there, and what would be right
 */
public record ConfigurationProblem(boolean isError, String file, int line, String sentence) {

  @Override
  public String toString() {
    return file + " line " + line + ": " + (isError ? "" : "warning: ") + sentence;
  }
}
