package dev.etrn.reports.document;

import dev.etrn.reports.cli.ShellLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document of the project, and its fenced blocks. A comment before a block says what a test does
 * with it:
 *
 * <ul>
 *   <li>{@code run}: bash runs it, after those before it, in an empty directory;
 *   <li>{@code needs docker}, {@code by hand: WHY}: its commands are only parsed;
 *   <li>{@code prints}: each line is in the previous output;
 *   <li>{@code file: NAME}: it is a file beside the commands;
 *   <li>{@code from: PATH}: it is a part of that file of the project.
 * </ul>
 */
public record Document(Path path, String text, List<Block> blocks) {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)(?:^<!-- ([^\\n]*) -->\\n)?^```(\\w*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

  /**
   * A fenced block.
   *
   * @param mark the text of the comment before it, or empty
   * @param language the language behind the fence
   */
  public record Block(String mark, String language, String text) {

    /** Returns the commands, with continued lines joined. */
    List<ShellLine> commands() {
      return text.replaceAll("\\\\\\n\\s*", " ").lines().map(ShellLine::of).toList();
    }
  }

  /** Returns all documents for readers, without generated ones. */
  public static List<Document> all() throws IOException {
    var documents = new ArrayList<Document>();
    documents.add(read(ROOT.resolve("README.md")));
    for (String place :
        List.of(
            "reference-server/docs",
            "reference-server/examples",
            "test-suites/docs",
            "load/docs",
            "reports/docs")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
          documents.add(read(file));
        }
      }
    }
    return documents;
  }

  List<String> links() {
    return LINK.matcher(text).results().map(link -> link.group(1)).toList();
  }

  private static Document read(Path file) throws IOException {
    String text = Files.readString(file);
    var blocks = new ArrayList<Block>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String mark = block.group(1) == null ? "" : block.group(1);
      blocks.add(new Block(mark, block.group(2), block.group(3)));
    }
    return new Document(ROOT.relativize(file), text, blocks);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
