package dev.etrn.server.config.channel;

import dev.etrn.server.domain.Domain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The words that follow a keyword.
 *
 * @param placeholder the name for them in the document; empty when there are none
 * @param expected the description of valid words, for an error
 * @param extent the choice of these words from all that follow on the line
 * @param value the reader of the words; empty for words that are not valid
 */
public record KeywordArgument<T>(
    String placeholder,
    String expected,
    UnaryOperator<List<String>> extent,
    Function<List<String>, Optional<T>> value) {

  static final KeywordArgument<Boolean> NONE =
      new KeywordArgument<>("", "nothing", following -> List.of(), words -> Optional.of(true));

  static final KeywordArgument<Integer> NUMBER =
      word("N", "a number from 1 on", KeywordArgument::number);

  /** A number of periodic jobs. */
  static final KeywordArgument<Integer> PERIOD =
      word("N", "a number from 1 to 999", word -> number(word).filter(jobs -> jobs <= 999));

  static final KeywordArgument<Integer> PORT =
      word("N", "a number from 1 to 65535", KeywordArgument::port);

  /** The name of this host (PMDF-048, PMDF-049). */
  static final KeywordArgument<String> OWN_NAME =
      word(
          "NAME",
          "this host's name, such as branch.example",
          word -> Domain.parse(word).filter(Domain::isFullyQualified));

  static final KeywordArgument<String> HOST =
      word("HOST", "a host such as hub.example or [192.0.2.1]", KeywordArgument::host);

  /** Up to five rising ages in days; the last is the value. */
  static final KeywordArgument<Duration> AGES =
      new KeywordArgument<>(
          "N...",
          "up to five rising numbers of days, such as 3 6 9 12",
          following -> following.stream().takeWhile(word -> word.matches("[0-9]{1,4}")).toList(),
          KeywordArgument::lastAge);

  private static <T> KeywordArgument<T> word(
      String placeholder, String expected, Function<String, Optional<T>> value) {
    return new KeywordArgument<>(
        placeholder,
        expected,
        following -> following.subList(0, Math.min(1, following.size())),
        words -> words.stream().findFirst().flatMap(value));
  }

  private static Optional<Integer> number(String word) {
    return word.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(word)) : Optional.empty();
  }

  private static Optional<Integer> port(String word) {
    return Optional.of(word)
        .filter(digits -> digits.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .filter(port -> port >= 1 && port <= 65535);
  }

  private static Optional<String> host(String word) {
    boolean isLiteral = word.matches("\\[[0-9A-Fa-f.:]+]");
    return isLiteral || Domain.parse(word).isPresent() ? Optional.of(word) : Optional.empty();
  }

  private static Optional<Duration> lastAge(List<String> words) {
    List<Integer> days = words.stream().map(Integer::valueOf).toList();
    boolean isRising = days.stream().sorted().distinct().toList().equals(days);
    return days.isEmpty() || days.size() > 5 || !isRising || days.get(0) == 0
        ? Optional.empty()
        : Optional.of(Duration.ofDays(days.get(days.size() - 1)));
  }
}
