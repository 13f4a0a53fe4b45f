package dev.etrn.server.config.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The reader of a configuration file as logical lines: it drops comments ({@code !} in the first
 * column), joins a line that ends in a backslash with the next, and includes another file at {@code
 * <file}.
 */
public final class SourceFile {

  private static final int DEEPEST = 8;

  private final Path directory;
  private final ProblemCollector problems;

  public SourceFile(Path directory, ProblemCollector problems) {
    this.directory = directory;
    this.problems = problems;
  }

  /** Reads the lines of the file {@code name}; blank ones are kept, since they separate parts. */
  public List<SourceLine> read(String name) {
    var lines = new ArrayList<SourceLine>();
    read(name, new SourceLine(name, 1, ""), 0, lines);
    return lines;
  }

  private void read(String name, SourceLine source, int depth, List<SourceLine> lines) {
    if (depth > DEEPEST) {
      problems.error(source, "files include each other more than " + DEEPEST + " levels deep");
      return;
    }
    List<String> physical;
    try {
      physical = Files.readAllLines(directory.resolve(name), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      problems.error(source, "cannot read '" + name + "': no such file, or not readable");
      return;
    }
    for (int i = 0; i < physical.size(); i++) {
      int first = i;
      var text = new StringBuilder(physical.get(i));
      while (text.toString().endsWith("\\") && i + 1 < physical.size()) {
        text.setLength(text.length() - 1);
        text.append(' ').append(physical.get(++i).strip());
      }
      take(new SourceLine(name, first + 1, text.toString()), depth, lines);
    }
  }

  private void take(SourceLine line, int depth, List<SourceLine> lines) {
    if (line.text().startsWith("!")) {
      return;
    }
    if (line.text().startsWith("<")) {
      read(line.text().substring(1).strip(), line, depth + 1, lines);
    } else {
      lines.add(line);
    }
  }
}
