package dev.etrn.server.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * A choice that a group of keywords makes about a channel: of those that are given, the last holds.
 *
 * @param <T> the values that it can have
 */
public final class Setting<T> {

  /** The connections that a setting is about. */
  public enum Side {
    /** Sessions that run as the channel. */
    INCOMING,
    /** Connections that deliver the channel's mail. */
    OUTGOING
  }

  private final Side side;
  private final Class<T> type;
  private final Function<Channel, Optional<String>> description;

  private Setting(Side side, Class<T> type, Function<Channel, Optional<String>> description) {
    this.side = side;
    this.type = type;
    this.description = description;
  }

  /**
   * A setting for sessions that run as the channel.
   *
   * @param description what {@code --check} says of a channel; empty for nothing
   */
  static <T> Setting<T> incoming(Class<T> type, Function<Channel, Optional<String>> description) {
    return new Setting<>(Side.INCOMING, type, description);
  }

  /**
   * A setting for connections that deliver the channel's mail.
   *
   * @param description what {@code --check} says of a channel; empty for nothing
   */
  static <T> Setting<T> outgoing(Class<T> type, Function<Channel, Optional<String>> description) {
    return new Setting<>(Side.OUTGOING, type, description);
  }

  public Side side() {
    return side;
  }

  /** Returns what {@code --check} says of {@code channel}; empty for nothing. */
  public Optional<String> describe(Channel channel) {
    return description.apply(channel);
  }

  T cast(Object value) {
    return type.cast(value);
  }
}
