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
 * Style or script that becomes a part of a page, with the hash by which the page's Content Security
 * Policy lets it run; whatever else finds its way into a page does not run.
 */
final class InlineCode {

  private static final List<String> STYLE = List.of("base", "tables", "drawer", "media");
  private static final List<String> SCRIPT =
      List.of("elements", "transcript", "evidence", "filters", "grid", "drawer", "page");

  private final String text;

  private InlineCode(String text) {
    this.text = text;
  }

  /** The style of all pages. */
  static InlineCode style() {
    return new InlineCode(joined("style", ".css", STYLE));
  }

  /** The script of all pages: its files in one function, so that nothing of it is global. */
  static InlineCode script() {
    return new InlineCode(
        "(function () {\n'use strict';\n" + joined("script", ".js", SCRIPT) + "}());\n");
  }

  String text() {
    return text;
  }

  /** As a source in a Content Security Policy, such as {@code sha256-...}. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
