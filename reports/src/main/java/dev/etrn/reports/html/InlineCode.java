package dev.etrn.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The style or script of a page, with the hash by which the page's Content Security Policy lets it
 * run; any other code in a page does not run.
 */
final class InlineCode {

  private static final List<String> STYLE_OF_CASES = List.of("base", "tables", "drawer", "media");
  private static final List<String> STYLE_OF_PLOTS = List.of("base", "tables", "plots", "media");
  private static final List<String> SCRIPT_OF_CASES =
      List.of("elements", "transcript", "evidence", "filters", "grid", "drawer", "page");
  private static final List<String> SCRIPT_OF_PLOTS = List.of("elements", "plots");

  private final String text;

  private InlineCode(String text) {
    this.text = text;
  }

  /** Returns the style of pages that list cases. */
  static InlineCode styleOfCases() {
    return new InlineCode(style(STYLE_OF_CASES));
  }

  /** Returns the style of pages with plots. */
  static InlineCode styleOfPlots() {
    return new InlineCode(PlotCode.style() + "\n" + style(STYLE_OF_PLOTS));
  }

  /** Returns the script of pages that list cases. */
  static InlineCode scriptOfCases() {
    return script(joined("script", ".js", SCRIPT_OF_CASES));
  }

  /** Returns the script of pages with plots. */
  static InlineCode scriptOfPlots() {
    return script(PlotCode.script() + "\n" + joined("script", ".js", SCRIPT_OF_PLOTS));
  }

  String text() {
    return text;
  }

  /** Returns the hash as a source in a Content Security Policy, such as {@code sha256-...}. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String style(List<String> files) {
    return joined("style", ".css", files);
  }

  /** Returns the code in one function, so that none of its names are global. */
  private static InlineCode script(String code) {
    return new InlineCode("(function () {\n'use strict';\n" + code + "}());\n");
  }

  private static String joined(String directory, String ending, List<String> files) {
    return files.stream()
        .map(file -> read(directory + "/" + file + ending))
        .collect(Collectors.joining());
  }

  private static String read(String file) {
    try (InputStream in = InlineCode.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the build left " + file + " out");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
