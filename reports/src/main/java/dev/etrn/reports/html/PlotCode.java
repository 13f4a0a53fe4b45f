package dev.etrn.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The code of uPlot (MIT licence), which draws the plots and is part of the page. */
final class PlotCode {

  private PlotCode() {}

  static String script() {
    return read("uPlot.iife.min.js");
  }

  static String style() {
    return read("uPlot.min.css");
  }

  private static String version() {
    try (InputStream in = PlotCode.class.getResourceAsStream("/dev/etrn/reports/tool.properties")) {
      if (in == null) {
        throw new IllegalStateException("the build left tool.properties out");
      }
      var properties = new Properties();
      properties.load(in);
      return String.valueOf(properties.getProperty("uplot"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String file) {
    String path = "/META-INF/resources/webjars/uplot/" + version() + "/dist/" + file;
    try (InputStream in = PlotCode.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
