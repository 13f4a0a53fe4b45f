package dev.etrn.server.config.channel;

import java.util.Optional;
import java.util.function.Function;

/**
 * A property of a channel that a group of keywords sets: of several such keywords, the last counts.
 *
 * @param <T> the type of its values
 */
public final class ChannelSetting<T> {

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

  private ChannelSetting(
      Side side, Class<T> type, Function<Channel, Optional<String>> description) {
    this.side = side;
    this.type = type;
    this.description = description;
  }

  /**
   * Returns a setting for sessions that run as the channel.
   *
   * @param description the text of {@code --check} about a channel; empty for none
   */
  static <T> ChannelSetting<T> incoming(
      Class<T> type, Function<Channel, Optional<String>> description) {
    return new ChannelSetting<>(Side.INCOMING, type, description);
  }

  /**
   * Returns a setting for connections that deliver the channel's mail.
   *
   * @param description the text of {@code --check} about a channel; empty for none
   */
  static <T> ChannelSetting<T> outgoing(
      Class<T> type, Function<Channel, Optional<String>> description) {
    return new ChannelSetting<>(Side.OUTGOING, type, description);
  }

  public Side side() {
    return side;
  }

  /** Returns the text of {@code --check} about {@code channel}; empty for none. */
  public Optional<String> describe(Channel channel) {
    return description.apply(channel);
  }

  T cast(Object value) {
    return type.cast(value);
  }
}
