package dev.etrn.reports.load.comparison;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.reports.EscapedText;
import dev.etrn.reports.JsonText;
import dev.etrn.reports.MarkdownText;
import dev.etrn.reports.load.comparison.LoadComparison.Difference;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The report of load runs that are compared with the first, as tables, JSON and a page. */
public final class LoadComparisonReport {

  private final List<LoadComparison> comparisons;

  /**
   * Creates a report.
   *
   * @param comparisons the comparisons with the same run, at least one
   */
  public LoadComparisonReport(List<LoadComparison> comparisons) {
    this.comparisons = List.copyOf(comparisons);
  }

  public void print(PrintWriter out) {
    for (LoadComparison comparison : comparisons) {
      out.printf(
          "%n%s, compared with %s%n", comparison.after().title(), comparison.before().title());
      comparison.caveats().forEach(caveat -> out.println("NOTE: " + EscapedText.line(caveat)));
      comparison
          .differences()
          .forEach(
              d ->
                  out.printf(
                      Locale.ROOT,
                      "%-40s %10s -> %10s   %s%n",
                      d.metric().sentence(),
                      d.beforeText(),
                      d.afterText(),
                      d.intervalText() + ": " + d.word()));
    }
    out.flush();
  }

  /** Writes {@code comparison.json}, {@code summary.md} and {@code report.html}. */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    file(directory, "comparison.json", json());
    file(directory, "summary.md", markdown());
    file(directory, "report.html", LoadComparisonPage.write(comparisons));
  }

  String markdown() {
    var out = new StringBuilder("# ETRN load: runs compared\n");
    for (LoadComparison comparison : comparisons) {
      out.append("\n## ").append(MarkdownText.line(comparison.after().title()));
      out.append("\n\nCompared with ").append(MarkdownText.line(comparison.before().title()));
      out.append(".\n\n");
      comparison
          .caveats()
          .forEach(
              caveat -> out.append("**Note:** ").append(MarkdownText.line(caveat)).append(".\n\n"));
      out.append("| | before | after | difference (95 %) | |\n|---|---|---|---|---|\n");
      for (Difference d : comparison.differences()) {
        out.append("| ").append(d.metric().sentence()).append(" | ");
        out.append(d.beforeText()).append(" | ").append(d.afterText());
        out.append(" | ").append(d.intervalText()).append(" | ").append(d.word()).append(" |\n");
      }
    }
    return out.toString();
  }

  /** Returns the content of {@code comparison.json}. */
  public String json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", 1);
    ArrayNode list = root.putArray("comparisons");
    for (LoadComparison comparison : comparisons) {
      ObjectNode node = list.addObject();
      node.put("before", comparison.before().name()).put("after", comparison.after().name());
      ArrayNode caveats = node.putArray("caveats");
      comparison.caveats().forEach(caveats::add);
      ObjectNode differences = node.putObject("differences");
      for (Difference d : comparison.differences()) {
        differences
            .putObject(d.metric().metric().title())
            .put("before", d.before())
            .put("after", d.after())
            .put("low", d.interval().low())
            .put("high", d.interval().high())
            .put("word", d.word());
      }
    }
    return JsonText.of(root);
  }

  private static void file(Path directory, String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
  }
}
