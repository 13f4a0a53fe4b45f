package dev.etrn.server.config.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The settings that the keywords of a channel make; a setting that no keyword makes is absent. */
public final class ChannelSettings {

  /** The settings of a channel without keywords. */
  public static final ChannelSettings NONE = new ChannelSettings(Map.of());

  private final Map<ChannelSetting<?>, Object> values;

  private ChannelSettings(Map<ChannelSetting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** Returns the value of {@code setting}, or empty when no keyword makes it. */
  public <T> Optional<T> find(ChannelSetting<T> setting) {
    return Optional.ofNullable(values.get(setting)).map(setting::cast);
  }

  /** Returns the value of the number {@code setting}, or empty when no keyword makes it. */
  public OptionalInt number(ChannelSetting<Integer> setting) {
    return find(setting).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** Returns these settings with {@code value} for {@code setting}. */
  public <T> ChannelSettings with(ChannelSetting<T> setting, T value) {
    return and(new ChannelSettings(Map.of(setting, value)));
  }

  /** Returns these settings with {@code value} for {@code setting}, unless they have another. */
  public <T> ChannelSettings withDefault(ChannelSetting<T> setting, T value) {
    return new ChannelSettings(Map.of(setting, value)).and(this);
  }

  /**
   * Returns these settings and {@code later}; where both have a value, that of {@code later}
   * counts.
   */
  public ChannelSettings and(ChannelSettings later) {
    var combined = new HashMap<>(values);
    combined.putAll(later.values);
    return new ChannelSettings(combined);
  }

  /** Returns these settings without those of {@code group}. */
  public ChannelSettings without(Collection<ChannelSetting<?>> group) {
    var others = new HashMap<>(values);
    others.keySet().removeAll(group);
    return new ChannelSettings(others);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChannelSettings settings && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
