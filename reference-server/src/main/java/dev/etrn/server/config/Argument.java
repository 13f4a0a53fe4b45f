package dev.etrn.server.config;

import dev.etrn.server.domain.Domain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The words that follow a keyword.
 *
 * @param placeholder stands for them in the document; empty when there are none
 * @param expected says in an error what they should be
 * @param extent takes those words from all that follow on the line
 * @param value reads them; empty for words that the keyword cannot be followed by
 */
public record Argument<T>(
    String placeholder,
    String expected,
    UnaryOperator<List<String>> extent,
    Function<List<String>, Optional<T>> value) {

  static final Argument<Boolean> NONE =
      new Argument<>("", "nothing", following -> List.of(), words -> Optional.of(true));

  static final Argument<Integer> NUMBER = word("N", "a number from 1 on", Argument::number);

  static final Argument<Integer> PORT = word("N", "a number from 1 to 65535", Argument::port);

  /** PMDF-048, PMDF-049. */
  static final Argument<String> OWN_NAME =
      word(
          "NAME",
          "this host's name, such as branch.example",
          word -> Domain.parse(word).filter(Domain::isFullyQualified));

  static final Argument<String> HOST =
      word("HOST", "a host such as hub.example or [192.0.2.1]", Argument::host);

  /** Ages in days, up to five of them, rising; the last is the value. */
  static final Argument<Duration> AGES =
      new Argument<>(
          "N...",
          "up to five rising numbers of days, such as 3 6 9 12",
          following -> following.stream().takeWhile(word -> word.matches("[0-9]{1,4}")).toList(),
          Argument::lastAge);

  private static <T> Argument<T> word(
      String placeholder, String expected, Function<String, Optional<T>> value) {
    return new Argument<>(
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
        .filter(port -> port <= 65535);
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
