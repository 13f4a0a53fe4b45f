package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.IncomingKeywords;
import dev.etrn.server.config.Keyword;
import dev.etrn.server.config.Keywords;
import dev.etrn.server.config.Settings;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line of keywords: those of a channel, of {@code defaults} or of {@code nodefaults}. */
final class KeywordLine {

  private final SourceLine line;
  private final ProblemCollector problems;

  /** What is not read yet. */
  private List<String> words;

  private int modes;

  /** A line whose first word stands before the keywords. */
  KeywordLine(SourceLine line, ProblemCollector problems) {
    this.line = line;
    this.problems = problems;
    this.words = line.words().subList(1, line.words().size());
  }

  /** Returns {@code before} with what the keywords say; of those that contradict, the last wins. */
  Settings addedTo(Settings before) {
    Settings settings = before;
    while (!words.isEmpty()) {
      String word = nextWord();
      Optional<Keyword> keyword = Keywords.find(word);
      if (keyword.isPresent()) {
        settings = addedTo(settings, keyword.get(), word.toLowerCase(Locale.ROOT));
      } else {
        tellOfNoEffect(word);
      }
    }
    if (modes > 1) {
      problems.warning(line, "several of " + modeNames() + "; the last one wins");
    }
    return settings;
  }

  /** Returns {@code before} without what the keywords are about; a line without any leaves none. */
  Settings takenFrom(Settings before) {
    Settings settings = words.isEmpty() ? Settings.NONE : before;
    while (!words.isEmpty()) {
      String word = nextWord();
      Optional<Keyword> keyword = Keywords.find(word);
      if (keyword.isPresent()) {
        settings = keyword.get().takenFrom(settings);
        tellOfWhatCannotBeTakenBack(keyword.get(), word);
      } else {
        tellOfNoEffect(word);
      }
    }
    return settings;
  }

  private Settings addedTo(Settings before, Keyword keyword, String name) {
    modes += isMode(keyword) ? 1 : 0;
    List<String> argument = argument(keyword);
    Optional<Settings> after = keyword.addedTo(before, argument);
    skip(argument.size());
    if (after.isEmpty()) {
      tellOfWrongArgument(keyword, name, argument);
    } else if (argument.size() > 1) {
      problems.warning(
          line,
          "of '%s' only the last number, %s, counts: no warnings are sent"
              .formatted(name, argument.get(argument.size() - 1)));
    }
    return after.orElse(before);
  }

  private void tellOfWrongArgument(Keyword keyword, String name, List<String> argument) {
    List<String> found = argument.isEmpty() ? words.stream().limit(1).toList() : argument;
    problems.error(
        line,
        "'%s' is followed by '%s'; expected %s"
            .formatted(name, String.join(" ", found), keyword.argument().expected()));
    skipArguments();
  }

  /** Returns the words that are the keyword's argument; another keyword is not. */
  private List<String> argument(Keyword keyword) {
    List<String> argument = keyword.argument().extent().apply(words);
    boolean isMissing =
        argument.stream()
            .filter(word -> Character.isLetter(word.charAt(0)))
            .anyMatch(word -> Keywords.find(word).isPresent() || UnsupportedKeywords.has(word));
    return isMissing ? List.of() : argument;
  }

  private void tellOfWhatCannotBeTakenBack(Keyword keyword, String word) {
    if (keyword.group().isEmpty()) {
      problems.warning(line, "'nodefaults " + word + "' has no effect");
    }
    List<String> arguments = skipArguments();
    if (!arguments.isEmpty()) {
      problems.warning(
          line,
          "'nodefaults %s' takes no argument; '%s' has no effect"
              .formatted(word, String.join(" ", arguments)));
    }
  }

  private void tellOfNoEffect(String word) {
    if (UnsupportedKeywords.has(word)) {
      problems.warning(
          line,
          "the keyword '" + word.toLowerCase(Locale.ROOT) + "' is not supported; it has no effect");
      skip(UnsupportedKeywords.takesArgument(word) && !words.isEmpty() ? 1 : 0);
    } else {
      // PMDF-031
      problems.warning(line, "unknown keyword '" + word + "': correct it, or remove it");
    }
    skipArguments();
  }

  private String nextWord() {
    String word = words.get(0);
    skip(1);
    return word;
  }

  private void skip(int count) {
    words = words.subList(count, words.size());
  }

  /** Skips words that cannot be keywords, such as numbers and hosts. */
  private List<String> skipArguments() {
    List<String> arguments =
        words.stream()
            .takeWhile(word -> !word.matches("[A-Za-z]\\w*") && !UnsupportedKeywords.has(word))
            .toList();
    skip(arguments.size());
    return arguments;
  }

  private static boolean isMode(Keyword keyword) {
    return keyword.group().contains(IncomingKeywords.ETRN);
  }

  private static String modeNames() {
    return Keywords.all().stream()
        .filter(KeywordLine::isMode)
        .flatMap(keyword -> keyword.names().stream())
        .collect(Collectors.joining(", "));
  }
}
