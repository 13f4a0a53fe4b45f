package dev.etrn.suites.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reviewed deviations, one line each:
 *
 * <pre>
 * survives MUTANT: why no case finds it
 * mild MUTANT: why its grave harm is not a FAIL in the default profile
 * idle CASE: why no mutant can show it
 * astray MUTANT CASE: why that case finds a mutant that it has nothing to do with
 * accused MUTANT CASE: why that case says more than NOTE of a freedom, in the default profile
 * </pre>
 *
 * <p>In the names a {@code *} stands for any text. The reason begins with {@code by chance} for a
 * deviation that shows only in some runs, because it depends on the order of cases. Blank lines and
 * lines that begin with {@code #} are ignored.
 */
final class ReviewedDeviations {

  private static final String BY_CHANCE = ": by chance";

  private static final Pattern LINE =
      Pattern.compile(
          "(survives|mild|idle) ([^ :]+): (\\S.*)|(astray|accused) ([^ :]+ [^ :]+): (\\S.*)");

  /** The kind of a deviation. */
  enum Kind {
    SURVIVES,
    MILD,
    IDLE,
    ASTRAY,
    ACCUSED;

    private boolean isNamed(String word) {
      return name().equalsIgnoreCase(word);
    }
  }

  private record Line(String kind, String name, String text) {

    private boolean explains(Kind deviation, String key) {
      String regex = Pattern.quote(name).replace("*", "\\E.*\\Q");
      return deviation.isNamed(kind) && Pattern.matches(regex, key);
    }
  }

  private final List<Line> lines;

  private ReviewedDeviations(List<Line> lines) {
    this.lines = lines;
  }

  static ReviewedDeviations read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  /**
   * Parses reviewed lines.
   *
   * @throws IllegalArgumentException when a line has another form, or no reason
   */
  static ReviewedDeviations of(List<String> lines) {
    return new ReviewedDeviations(
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(ReviewedDeviations::line)
            .toList());
  }

  /** Returns the keys that no line explains. */
  List<String> unexplained(Kind kind, List<String> keys) {
    return keys.stream()
        .filter(key -> lines.stream().noneMatch(line -> line.explains(kind, key)))
        .toList();
  }

  /** Returns the lines of this kind that explain nothing any more, except those by chance. */
  List<String> stale(Kind kind, List<String> keys) {
    return lines.stream()
        .filter(line -> kind.isNamed(line.kind()) && !line.text().contains(BY_CHANCE))
        .filter(line -> keys.stream().noneMatch(key -> line.explains(kind, key)))
        .map(Line::text)
        .toList();
  }

  private static Line line(String text) {
    Matcher matcher = LINE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "write 'survives', 'mild' or 'idle', a name and ': why', or 'astray' or 'accused', a"
              + " mutant, a case and ': why', not: "
              + text);
    }
    boolean isOfCase = matcher.group(1) == null;
    return new Line(matcher.group(isOfCase ? 4 : 1), matcher.group(isOfCase ? 5 : 2), text);
  }
}
