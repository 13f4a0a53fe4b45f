package dev.etrn.reports.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * One simple command of a shell, as texts for people show it: words, some in quotes, with a remark
 * or a redirection behind it.
 */
public record ShellLine(List<String> words) {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

  public static ShellLine of(String text) {
    var words = new ArrayList<String>();
    String command = text.strip().replaceAll("\\s+(#|>>?|<|\\|\\|?|&&?|;)(\\s.*)?$", "");
    Matcher word = WORD.matcher(command);
    int end = -1;
    while (word.find()) {
      String unquoted = word.group().replaceAll("['\"]", "");
      boolean isGlued = word.start() == end;
      if (isGlued) {
        words.add(words.remove(words.size() - 1) + unquoted);
      } else {
        words.add(unquoted);
      }
      end = word.end();
    }
    return new ShellLine(List.copyOf(words));
  }

  public boolean isEtrn() {
    return !words.isEmpty() && (words.get(0).equals("etrn") || words.get(0).equals("./etrn"));
  }

  List<String> arguments() {
    return words.subList(1, words.size());
  }

  /**
   * Parses the command without running it.
   *
   * @throws CommandLine.ParameterException if the command would reject it
   */
  public void parse() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    Etrn.commandLine(nowhere, nowhere).parseArgs(arguments().toArray(String[]::new));
  }
}
