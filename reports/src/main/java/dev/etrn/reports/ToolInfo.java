package dev.etrn.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What made a report.
 *
 * @param version of the harness
 * @param commit it was built from, or {@code unknown}
 * @param java it ran on
 */
public record ToolInfo(String version, String commit, String java) {

  /** This very build, on this very Java. */
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
