package dev.etrn.server.config;

import dev.etrn.server.config.Security.Demand;
import java.time.Duration;
import java.util.Optional;

/**
 * How a channel delivers.
 *
 * @param route where to
 * @param isHeld the keyword periodic: mail waits until it is asked for; otherwise it is delivered
 *     at once, and tried again when that fails
 * @param sendEtrn PMDF-007, the keyword sendetrn: the name whose mail is asked for at the beginning
 *     of each connection
 * @param tls the keywords maytlsclient, musttlsclient and notlsclient: MAY encrypts where the
 *     exchanger offers it and falls back to the clear, MUST lets mail wait instead; no certificate
 *     is verified
 * @param returnAfter the last number of the keyword notices: how long mail waits before it is
 *     returned to its sender
 * @param jobs the keywords maxjobs and filesperjob
 * @param options from the channel's option file
 */
public record OutgoingSettings(
    Route route,
    boolean isHeld,
    Optional<String> sendEtrn,
    Demand tls,
    Duration returnAfter,
    Jobs jobs,
    OutgoingOptions options) {

  /** To each node's exchangers, at once. */
  public static final OutgoingSettings STANDARD =
      new OutgoingSettings(
          new Route(Optional.empty(), 25, true),
          false,
          Optional.empty(),
          Demand.MAY,
          Duration.ofDays(12),
          Jobs.STANDARD,
          OutgoingOptions.STANDARD);

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

    /** With another number of connections. */
    public Jobs withMost(int other) {
      return new Jobs(other, messagesEach);
    }

    /** With another number of messages for each of them. */
    public Jobs withMessagesEach(int other) {
      return new Jobs(most, other);
    }

    /** How many connections {@code waiting} messages are worth, at least one. */
    public int forWaiting(long waiting) {
      return (int) Math.max(1, Math.min(most, (waiting + messagesEach - 1) / messagesEach));
    }
  }

  /** All mail goes to {@code host}. */
  public OutgoingSettings toDaemon(String host, int port) {
    return new OutgoingSettings(
        new Route(Optional.of(host), port, false),
        isHeld,
        sendEtrn,
        tls,
        returnAfter,
        jobs,
        options);
  }

  /** Mail waits until it is asked for. */
  public OutgoingSettings held() {
    return new OutgoingSettings(route, true, sendEtrn, tls, returnAfter, jobs, options);
  }

  /** With {@code ETRN name} at the beginning of each connection. */
  public OutgoingSettings sendingEtrn(String name) {
    return new OutgoingSettings(route, isHeld, Optional.of(name), tls, returnAfter, jobs, options);
  }

  /** Without asking for own mail, as a connection beside another one does. */
  public OutgoingSettings notSendingEtrn() {
    return new OutgoingSettings(route, isHeld, Optional.empty(), tls, returnAfter, jobs, options);
  }

  /** With another demand of TLS. */
  public OutgoingSettings encrypting(Demand demand) {
    return new OutgoingSettings(route, isHeld, sendEtrn, demand, returnAfter, jobs, options);
  }

  /** With another number of connections to a node. */
  public OutgoingSettings with(Jobs other) {
    return new OutgoingSettings(route, isHeld, sendEtrn, tls, returnAfter, other, options);
  }

  /** With another option file. */
  public OutgoingSettings with(OutgoingOptions other) {
    return new OutgoingSettings(route, isHeld, sendEtrn, tls, returnAfter, jobs, other);
  }
}
