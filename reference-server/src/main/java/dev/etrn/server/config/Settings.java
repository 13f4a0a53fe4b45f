package dev.etrn.server.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The settings that the keywords of a channel make; one that no keyword makes is absent. */
public final class Settings {

  /** The settings of a channel without keywords. */
  public static final Settings NONE = new Settings(Map.of());

  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** Returns the value of {@code setting}, or empty when no keyword makes it. */
  public <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable(values.get(setting)).map(setting::cast);
  }

  /** Returns the number that {@code setting} is, or empty when no keyword makes it. */
  public OptionalInt number(Setting<Integer> setting) {
    return find(setting).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** Returns these settings, with {@code setting} made or made otherwise. */
  public <T> Settings with(Setting<T> setting, T value) {
    return and(new Settings(Map.of(setting, value)));
  }

  /** Returns these settings, with {@code setting} made unless it is made already. */
  public <T> Settings withDefault(Setting<T> setting, T value) {
    return new Settings(Map.of(setting, value)).and(this);
  }

  /** Returns these settings and {@code later}, whose values count where both have one. */
  public Settings and(Settings later) {
    var all = new HashMap<>(values);
    all.putAll(later.values);
    return new Settings(all);
  }

  /** Returns these settings without those of {@code group}. */
  public Settings without(Collection<Setting<?>> group) {
    var others = new HashMap<>(values);
    others.keySet().removeAll(group);
    return new Settings(others);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Settings settings && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
