package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.channel.ChannelSettings;
import dev.etrn.server.config.channel.IncomingKeywords;
import dev.etrn.server.config.channel.Keyword;
import dev.etrn.server.config.channel.KeywordTable;
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

  /** The words not yet read. */
  private List<String> words;

  private int modes;

  /** A line whose first word is the channel's name, {@code defaults} or {@code nodefaults}. */
  KeywordLine(SourceLine line, ProblemCollector problems) {
    this.line = line;
    this.problems = problems;
    this.words = line.words().subList(1, line.words().size());
  }

  /**
   * Returns {@code before} with the settings of the keywords; of contradicting ones, the last wins.
   */
  ChannelSettings addedTo(ChannelSettings before) {
    ChannelSettings settings = before;
    while (!words.isEmpty()) {
      String word = nextWord();
      Optional<Keyword> keyword = KeywordTable.find(word);
      if (keyword.isPresent()) {
        settings = addedTo(settings, keyword.get(), word.toLowerCase(Locale.ROOT));
      } else {
        warnNoEffect(word);
      }
    }
    if (modes > 1) {
      problems.warning(line, "several of " + modeNames() + "; the last one wins");
    }
    return settings;
  }

  /**
   * Returns {@code before} without the settings of the keywords; a line without keywords clears
   * all.
   */
  ChannelSettings takenFrom(ChannelSettings before) {
    ChannelSettings settings = words.isEmpty() ? ChannelSettings.NONE : before;
    while (!words.isEmpty()) {
      String word = nextWord();
      Optional<Keyword> keyword = KeywordTable.find(word);
      if (keyword.isPresent()) {
        settings = keyword.get().takenFrom(settings);
        warnIrrevocable(keyword.get(), word);
      } else {
        warnNoEffect(word);
      }
    }
    return settings;
  }

  private ChannelSettings addedTo(ChannelSettings before, Keyword keyword, String name) {
    modes += isMode(keyword) ? 1 : 0;
    List<String> argument = argument(keyword);
    Optional<ChannelSettings> after = keyword.addedTo(before, argument);
    skip(argument.size());
    if (after.isEmpty()) {
      reportWrongArgument(keyword, name, argument);
    } else if (argument.size() > 1) {
      problems.warning(
          line,
          "of '%s' only the last number, %s, counts: no warnings are sent"
              .formatted(name, argument.get(argument.size() - 1)));
    }
    return after.orElse(before);
  }

  private void reportWrongArgument(Keyword keyword, String name, List<String> argument) {
    List<String> actual = argument.isEmpty() ? words.stream().limit(1).toList() : argument;
    problems.error(
        line,
        "'%s' is followed by '%s'; expected %s"
            .formatted(name, String.join(" ", actual), keyword.argument().expected()));
    skipArguments();
  }

  /** Returns the words of the keyword's argument; another keyword is not part of it. */
  private List<String> argument(Keyword keyword) {
    List<String> argument = keyword.argument().extent().apply(words);
    boolean isMissing =
        argument.stream()
            .filter(word -> Character.isLetter(word.charAt(0)))
            .anyMatch(word -> KeywordTable.find(word).isPresent() || UnsupportedKeywords.has(word));
    return isMissing ? List.of() : argument;
  }

  private void warnIrrevocable(Keyword keyword, String word) {
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

  private void warnNoEffect(String word) {
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
    return KeywordTable.all().stream()
        .filter(KeywordLine::isMode)
        .flatMap(keyword -> keyword.names().stream())
        .collect(Collectors.joining(", "));
  }
}
