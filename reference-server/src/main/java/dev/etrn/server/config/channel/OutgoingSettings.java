package dev.etrn.server.config.channel;

import dev.etrn.server.config.channel.Security.Demand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings for the delivery of a channel's mail.
 *
 * @param settings the settings that its keywords make
 * @param options the options of the channel's option file
 */
public record OutgoingSettings(ChannelSettings settings, OutgoingOptions options) {

  /** The standard settings: delivery to each node's exchangers, at once. */
  public static final OutgoingSettings STANDARD =
      new OutgoingSettings(ChannelSettings.NONE, OutgoingOptions.STANDARD);

  private static final int SMTP_PORT = 25;
  private static final Duration LONGEST_WAIT = Duration.ofDays(12);

  /**
   * The destination of mail.
   *
   * @param daemon the host or address literal that all mail goes to, instead of each node's own
   *     exchangers
   * @param port the port of the exchangers
   * @param usesMx true if a node's MX records decide the exchangers; otherwise its address records
   */
  public record Route(Optional<String> daemon, int port, boolean usesMx) {}

  /**
   * The number of connections to one node that share its mail.
   *
   * @param most the most connections at once
   * @param messagesEach the waiting messages for each of them, so that little mail uses one
   *     connection
   */
  public record Jobs(int most, int messagesEach) {

    /** Up to four connections. */
    public static final Jobs STANDARD = new Jobs(4, 50);

    /** Returns the number of connections for {@code waiting} messages, at least one. */
    public int forWaiting(long waiting) {
      return (int) Math.max(1, Math.min(most, (waiting + messagesEach - 1) / messagesEach));
    }
  }

  /** Returns the destination of mail. */
  public Route route() {
    Optional<String> daemon = settings.find(OutgoingKeywords.DAEMON);
    return new Route(
        daemon,
        settings.find(OutgoingKeywords.PORT).orElse(SMTP_PORT),
        daemon.isEmpty() && settings.find(OutgoingKeywords.MX).orElse(true));
  }

  /**
   * Returns true if mail waits until ETRN asks for it or the periodic job runs; otherwise it is
   * delivered at once, and tried again after a failure.
   */
  public boolean isHeld() {
    return isSlave() || settings.find(OutgoingKeywords.HELD).orElse(false);
  }

  /** Returns true if nothing starts the delivery of mail. */
  public boolean isSlave() {
    return settings.find(OutgoingKeywords.SLAVE).orElse(false);
  }

  /** Returns which periodic jobs run the channel: 1 for each, 2 for every second one. */
  public int period() {
    return settings.find(OutgoingKeywords.PERIOD).orElse(1);
  }

  /**
   * Returns true if a periodic job runs the channel (PMDF-028).
   *
   * @param number the number of the job since the start, from 1 on
   */
  public boolean isRunByPeriodicJob(long number) {
    return isHeld() && !isSlave() && number % period() == 0;
  }

  /**
   * Returns the name in the ETRN at the beginning of each connection, if one is sent (PMDF-007).
   */
  public Optional<String> sendEtrn() {
    return settings.find(OutgoingKeywords.SEND_ETRN);
  }

  /**
   * Returns the demand of TLS: MAY encrypts where the exchanger offers it and falls back to the
   * clear, MUST lets mail wait instead; no certificate is verified.
   */
  public Demand tls() {
    return settings.find(OutgoingKeywords.TLS).orElse(Demand.MAY);
  }

  /** Returns how long mail waits before it is returned to its sender. */
  public Duration returnAfter() {
    return settings.find(OutgoingKeywords.KEPT).orElse(LONGEST_WAIT);
  }

  /** Returns how many connections to one node share its mail. */
  public Jobs jobs() {
    return new Jobs(
        settings.find(OutgoingKeywords.MOST_JOBS).orElse(Jobs.STANDARD.most()),
        settings.find(OutgoingKeywords.MESSAGES_EACH).orElse(Jobs.STANDARD.messagesEach()));
  }

  /** Returns the same settings with {@code host} as the destination of all mail. */
  public OutgoingSettings toDaemon(String host, int port) {
    return with(OutgoingKeywords.DAEMON, host).with(OutgoingKeywords.PORT, port);
  }

  /** Returns the same settings, under which mail waits until ETRN asks for it. */
  public OutgoingSettings held() {
    return with(OutgoingKeywords.HELD, true);
  }

  /** Returns the same settings with {@code ETRN name} at the beginning of each connection. */
  public OutgoingSettings sendingEtrn(String name) {
    return with(OutgoingKeywords.SEND_ETRN, name);
  }

  /**
   * Returns the same settings without sendetrn, for a connection that is not the first to its node.
   */
  public OutgoingSettings notSendingEtrn() {
    return new OutgoingSettings(settings.without(List.of(OutgoingKeywords.SEND_ETRN)), options);
  }

  /** Returns the same settings with another demand of TLS. */
  public OutgoingSettings encrypting(Demand demand) {
    return with(OutgoingKeywords.TLS, demand);
  }

  /** Returns the same settings with another number of connections to a node. */
  public OutgoingSettings with(Jobs other) {
    return with(OutgoingKeywords.MOST_JOBS, other.most())
        .with(OutgoingKeywords.MESSAGES_EACH, other.messagesEach());
  }

  /** Returns the same settings with another option file. */
  public OutgoingSettings with(OutgoingOptions other) {
    return new OutgoingSettings(settings, other);
  }

  private <T> OutgoingSettings with(ChannelSetting<T> setting, T value) {
    return new OutgoingSettings(settings.with(setting, value), options);
  }
}
