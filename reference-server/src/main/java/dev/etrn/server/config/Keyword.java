package dev.etrn.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A channel keyword that has an effect here.
 *
 * @param names in lower case; all of them mean the same
 * @param argument the words that follow it
 * @param group the settings that it decides: a later keyword that decides the same wins, and {@code
 *     nodefaults} takes them back
 * @param effect the values that it gives them, by its argument; empty for an argument that is wrong
 * @param requirement its id, or empty when none speaks of the keyword
 * @param line what the document says that it does
 */
public record Keyword(
    List<String> names,
    Argument<?> argument,
    List<Setting<?>> group,
    Function<List<String>, Optional<Settings>> effect,
    String requirement,
    String line) {

  public Keyword {
    names = List.copyOf(names);
    group = List.copyOf(group);
  }

  /** Returns a keyword without argument and effect. */
  static Keyword of(String... names) {
    return new Keyword(
        List.of(names), Argument.NONE, List.of(), words -> Optional.of(Settings.NONE), "", "");
  }

  /** Returns this keyword, which gives {@code setting} a value too. */
  <T> Keyword sets(Setting<T> setting, T value) {
    return effect(argument, setting, words -> Optional.of(value));
  }

  /** Returns this keyword, which takes an argument and gives {@code setting} its value. */
  <T> Keyword takes(Argument<T> following, Setting<T> setting) {
    return effect(following, setting, following.value());
  }

  /** Returns this keyword, which leaves {@code setting} at its default. */
  Keyword clears(Setting<?> setting) {
    return new Keyword(names, argument, with(setting), effect, requirement, line);
  }

  /** Returns this keyword with its requirement and the line of the document. */
  Keyword documented(String id, String does) {
    return new Keyword(names, argument, group, effect, id, does);
  }

  /** Returns {@code before} with what this keyword says, or empty when its argument is wrong. */
  public Optional<Settings> addedTo(Settings before, List<String> words) {
    return effect.apply(words).map(takenFrom(before)::and);
  }

  /** Returns {@code before} without what this keyword, or another of its group, decided. */
  public Settings takenFrom(Settings before) {
    return before.without(group);
  }

  private <T> Keyword effect(
      Argument<?> from, Setting<T> setting, Function<List<String>, Optional<T>> value) {
    return new Keyword(
        names,
        from,
        with(setting),
        words ->
            effect
                .apply(words)
                .flatMap(made -> value.apply(words).map(each -> made.with(setting, each))),
        requirement,
        line);
  }

  private List<Setting<?>> with(Setting<?> setting) {
    var all = new ArrayList<>(group);
    all.add(setting);
    return all;
  }
}
