package dev.etrn.server.config.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A channel keyword that has an effect here.
 *
 * @param names the names in lower case; all of them mean the same
 * @param argument the words that follow the keyword
 * @param group the settings that it decides: a later keyword that decides the same wins, and {@code
 *     nodefaults} takes them back
 * @param effect the values that it gives them, by its argument; empty for a wrong argument
 * @param requirement the id of its requirement, or empty when there is none
 * @param line its description in the document
 */
public record Keyword(
    List<String> names,
    KeywordArgument<?> argument,
    List<ChannelSetting<?>> group,
    Function<List<String>, Optional<ChannelSettings>> effect,
    String requirement,
    String line) {

  public Keyword {
    names = List.copyOf(names);
    group = List.copyOf(group);
  }

  /** Returns a keyword without argument and effect. */
  static Keyword of(String... names) {
    return new Keyword(
        List.of(names),
        KeywordArgument.NONE,
        List.of(),
        words -> Optional.of(ChannelSettings.NONE),
        "",
        "");
  }

  /** Returns this keyword, which gives {@code setting} a value too. */
  <T> Keyword sets(ChannelSetting<T> setting, T value) {
    return effect(argument, setting, words -> Optional.of(value));
  }

  /** Returns this keyword, which takes an argument and gives {@code setting} its value. */
  <T> Keyword takes(KeywordArgument<T> following, ChannelSetting<T> setting) {
    return effect(following, setting, following.value());
  }

  /** Returns this keyword, which leaves {@code setting} at its default. */
  Keyword clears(ChannelSetting<?> setting) {
    return new Keyword(names, argument, with(setting), effect, requirement, line);
  }

  /** Returns this keyword with its requirement and the line of the document. */
  Keyword documented(String id, String description) {
    return new Keyword(names, argument, group, effect, id, description);
  }

  /**
   * Returns {@code before} with the settings of this keyword, or empty when its argument is wrong.
   */
  public Optional<ChannelSettings> addedTo(ChannelSettings before, List<String> words) {
    return effect.apply(words).map(takenFrom(before)::and);
  }

  /**
   * Returns {@code before} without the settings that this keyword, or another of its group, made.
   */
  public ChannelSettings takenFrom(ChannelSettings before) {
    return before.without(group);
  }

  private <T> Keyword effect(
      KeywordArgument<?> newArgument,
      ChannelSetting<T> setting,
      Function<List<String>, Optional<T>> value) {
    return new Keyword(
        names,
        newArgument,
        with(setting),
        words ->
            effect
                .apply(words)
                .flatMap(settings -> value.apply(words).map(each -> settings.with(setting, each))),
        requirement,
        line);
  }

  private List<ChannelSetting<?>> with(ChannelSetting<?> setting) {
    var settings = new ArrayList<>(group);
    settings.add(setting);
    return settings;
  }
}
