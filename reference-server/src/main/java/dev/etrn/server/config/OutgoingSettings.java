package dev.etrn.server.config;

import dev.etrn.server.config.Security.Demand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a channel delivers.
 *
 * @param settings what its keywords say
 * @param options from the channel's option file
 */
public record OutgoingSettings(Settings settings, OutgoingOptions options) {

  /** To each node's exchangers, at once. */
  public static final OutgoingSettings STANDARD =
      new OutgoingSettings(Settings.NONE, OutgoingOptions.STANDARD);

  private static final int SMTP_PORT = 25;
  private static final Duration LONGEST_WAIT = Duration.ofDays(12);

  /**
   * Where mail goes.
   *
   * @param daemon the host or address literal that all mail goes to, instead of each node's own
   *     exchangers
   * @param port where exchangers listen
   * @param usesMx whether a node's MX records say where its mail goes; its address otherwise
   */
  public record Route(Optional<String> daemon, int port, boolean usesMx) {}

  /**
   * How many connections to one node share its mail.
   *
   * @param most at once
   * @param messagesEach how many wait for each of them, so that little mail goes over one
   */
  public record Jobs(int most, int messagesEach) {

    /** Four, when much waits. */
    public static final Jobs STANDARD = new Jobs(4, 50);

    /** How many connections {@code waiting} messages are worth, at least one. */
    public int forWaiting(long waiting) {
      return (int) Math.max(1, Math.min(most, (waiting + messagesEach - 1) / messagesEach));
    }
  }

  /** Returns where mail goes. */
  public Route route() {
    Optional<String> daemon = settings.find(OutgoingKeywords.DAEMON);
    return new Route(
        daemon,
        settings.find(OutgoingKeywords.PORT).orElse(SMTP_PORT),
        daemon.isEmpty() && settings.find(OutgoingKeywords.MX).orElse(true));
  }

  /**
   * Returns true if mail waits until it is asked for; otherwise it is delivered at once, and tried
   * again when that fails.
   */
  public boolean isHeld() {
    return settings.find(OutgoingKeywords.HELD).orElse(false);
  }

  /** Returns the name whose mail is asked for at the beginning of each connection (PMDF-007). */
  public Optional<String> sendEtrn() {
    return settings.find(OutgoingKeywords.SEND_ETRN);
  }

  /**
   * Returns how much TLS is wanted: MAY encrypts where the exchanger offers it and falls back to
   * the clear, MUST lets mail wait instead; no certificate is verified.
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

  /** All mail goes to {@code host}. */
  public OutgoingSettings toDaemon(String host, int port) {
    return with(OutgoingKeywords.DAEMON, host).with(OutgoingKeywords.PORT, port);
  }

  /** Mail waits until it is asked for. */
  public OutgoingSettings held() {
    return with(OutgoingKeywords.HELD, true);
  }

  /** With {@code ETRN name} at the beginning of each connection. */
  public OutgoingSettings sendingEtrn(String name) {
    return with(OutgoingKeywords.SEND_ETRN, name);
  }

  /** Without asking for own mail, as a connection beside another one does. */
  public OutgoingSettings notSendingEtrn() {
    return new OutgoingSettings(settings.without(List.of(OutgoingKeywords.SEND_ETRN)), options);
  }

  /** With another demand of TLS. */
  public OutgoingSettings encrypting(Demand demand) {
    return with(OutgoingKeywords.TLS, demand);
  }

  /** With another number of connections to a node. */
  public OutgoingSettings with(Jobs other) {
    return with(OutgoingKeywords.MOST_JOBS, other.most())
        .with(OutgoingKeywords.MESSAGES_EACH, other.messagesEach());
  }

  /** With another option file. */
  public OutgoingSettings with(OutgoingOptions other) {
    return new OutgoingSettings(settings, other);
  }

  private <T> OutgoingSettings with(Setting<T> setting, T value) {
    return new OutgoingSettings(settings.with(setting, value), options);
  }
}
