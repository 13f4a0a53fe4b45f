package dev.etrn.suites.transcript;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The key of a fact: its name in a recording, and the form of its value there. All keys are in
 * {@link Facts}.
 *
 * @param <T> the type of the value
 */
public final class FactKey<T> {

  private static final String MILLIS = " ms";

  private final String name;
  private final String form;
  private final Function<String, T> reader;
  private final Function<T, String> writer;

  private FactKey(
      String name, String form, Function<String, T> reader, Function<T, String> writer) {
    this.name = name;
    this.form = form;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * Returns a key.
   *
   * @param name the name in a recording
   * @param form the form of the value for a reader whose recording has another one, such as {@code
   *     a whole number}
   * @param reader the reader of that form, which throws {@link IllegalArgumentException} at others
   * @param writer the writer of that form
   */
  static <T> FactKey<T> of(
      String name, String form, Function<String, T> reader, Function<T, String> writer) {
    return new FactKey<>(name, form, reader, writer);
  }

  static FactKey<String> text(String name) {
    return of(name, "a text", text -> text, text -> text);
  }

  static FactKey<Integer> number(String name) {
    return of(name, "a whole number", Integer::valueOf, String::valueOf);
  }

  static FactKey<Boolean> flag(String name) {
    return of(name, "true or false", FactKey::isTrue, String::valueOf);
  }

  static FactKey<Duration> time(String name) {
    return of(name, "a time such as 3000 ms", FactKey::millis, time -> time.toMillis() + MILLIS);
  }

  static FactKey<List<String>> list(String name, String separator) {
    return of(
        name,
        "a list",
        text -> Stream.of(text.split(separator)).filter(word -> !word.isEmpty()).toList(),
        words -> String.join(separator, words));
  }

  public String name() {
    return name;
  }

  /** Returns the fact with this value, recorded at this time. */
  public Event.Fact at(long nanos, T value) {
    return new Event.Fact(nanos, name, text(value));
  }

  /** Returns the fact with this value, for a recorder that adds the time. */
  public LongFunction<Event.Fact> of(T value) {
    return nanos -> at(nanos, value);
  }

  /** Returns a value as a recording has it, such as {@code 3000 ms}. */
  public String text(T value) {
    return writer.apply(value);
  }

  /** Returns true if {@code fact} has this name. */
  public boolean isOf(Event.Fact fact) {
    return fact.name().equals(name);
  }

  /**
   * Returns the value of a fact with this name.
   *
   * @throws IllegalArgumentException naming the fact, if its value has another form
   */
  public T valueOf(Event.Fact fact) {
    try {
      return reader.apply(fact.value());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the fact " + name + " is '" + fact.value() + "' and must be " + form, e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static boolean isTrue(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }

  private static Duration millis(String text) {
    if (!text.endsWith(MILLIS)) {
      throw new IllegalArgumentException(text);
    }
    return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - MILLIS.length())));
  }
}
