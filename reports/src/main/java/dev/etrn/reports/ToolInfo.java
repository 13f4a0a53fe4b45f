package dev.etrn.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The tool that made a report.
 *
 * @param version the version of the harness
 * @param commit the commit that it was built from, or {@code unknown}
 * @param java the version of Java that it ran on
 */
public record ToolInfo(String version, String commit, String java) {

  /** Returns this build on this Java. */
  public static ToolInfo current() {
    var properties = new Properties();
    try (InputStream in = ToolInfo.class.getResourceAsStream("tool.properties")) {
      if (in == null) {
        throw new IllegalStateException("the build left tool.properties out");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ToolInfo(
        properties.getProperty("version"),
        properties.getProperty("commit"),
        System.getProperty("java.version"));
  }
}
