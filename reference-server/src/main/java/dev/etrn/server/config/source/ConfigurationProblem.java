package dev.etrn.server.config.source;

/**
 * A line of a configuration file that is wrong, or that has no effect.
 *
 * @param isError true if the configuration cannot be used
 * @param file the name of the file
 * @param line the number of the line, from 1
 * @param sentence the text found, and the text expected
 */
public record ConfigurationProblem(boolean isError, String file, int line, String sentence) {

  @Override
  public String toString() {
    return file + " line " + line + ": " + (isError ? "" : "warning: ") + sentence;
  }
}
