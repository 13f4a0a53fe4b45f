package dev.etrn.reports.browser;

import dev.etrn.reports.ProgramOnPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tools of a machine for opening pages: a Chromium, and the Node.js that Playwright runs in.
 *
 * @param chromium the path of the browser, named by {@code ETRN_BROWSER} or {@code -Detrn.browser},
 *     else the first on the path
 * @param environment the environment of Playwright, which never downloads a browser
 */
record BrowserTools(Path chromium, Map<String, String> environment) {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");
  private static final int OLDEST_NODE = 20;

  /** Returns the installed tools, or prints one sentence that says what is missing. */
  static Optional<BrowserTools> find() {
    Optional<Path> chromium =
        named().or(() -> BROWSERS.stream().flatMap(ProgramOnPath::named).findFirst());
    return chromium.flatMap(
        found -> node().map(node -> new BrowserTools(found, environment(node))));
  }

  static String missing() {
    return "install chromium, or name it in ETRN_BROWSER; and Node.js "
        + OLDEST_NODE
        + " or newer, or give -Dbundled-node";
  }

  private static Optional<Path> named() {
    String environment = System.getenv("ETRN_BROWSER");
    String name = System.getProperty("etrn.browser", environment == null ? "" : environment);
    return Optional.of(name)
        .filter(value -> !value.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable);
  }

  /** Returns the path of a Node.js; an empty one when Playwright's own stands on the class path. */
  private static Optional<String> node() {
    if (BrowserTools.class.getClassLoader().getResource("driver/linux/node") != null) {
      return Optional.of("");
    }
    return ProgramOnPath.named("node")
        .filter(BrowserTools::isNewEnough)
        .map(Path::toString)
        .findFirst();
  }

  private static boolean isNewEnough(Path node) {
    try {
      Process process = new ProcessBuilder(node.toString(), "--version").start();
      String version =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      Matcher matcher = VERSION.matcher(version.strip());
      return matcher.matches() && Integer.parseInt(matcher.group(1)) >= OLDEST_NODE;
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, String> environment(String node) {
    String skip = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";
    return node.isEmpty() ? Map.of(skip, "1") : Map.of(skip, "1", "PLAYWRIGHT_NODEJS_PATH", node);
  }
}
