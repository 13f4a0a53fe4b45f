package dev.etrn.server.config;

import java.time.Duration;

/**
 * What sessions may use; the file {@code etrn_limits} sets some of it.
 *
 * @param messageOctets largest message, announced with SIZE
 * @param recipients per message when the channel sets no limit; at least 100 (RFC 5321 section
 *     4.5.3.1.8)
 * @param refusals how many commands may be answered 5yz before the session is ended with 421, when
 *     the channel sets no limit
 * @param junkCommands how many commands that move no mail (ETRN, NOOP, RSET, VRFY, HELP, EHLO,
 *     HELO) a session may give without a message accepted between them, before it is ended with
 *     421; 0 for no limit
 * @param idle how long to wait for the peer to send or to read, when the channel sets no time; RFC
 *     5321 section 4.5.3.2.7 wants 5 minutes at least (SMTP-029)
 * @param sessions how many at once; beyond that the greeting is 421
 * @param sessionsPerAddress how many at once from one IPv4 address or one IPv6 /64; beyond that the
 *     greeting is 421
 */
public record SessionLimits(
    int messageOctets,
    int recipients,
    int refusals,
    int junkCommands,
    Duration idle,
    int sessions,
    int sessionsPerAddress) {

  /**
   * No address, loopback neither, takes more than half of all sessions. That is generous, since a
   * load generator, a proxy or a partner's whole site comes from a single address; a server on the
   * Internet sets less.
   *
   * <p>Junk commands are not limited: ETRNs that do anything are limited by
   * ALLOW_ETRNS_PER_SESSION, the others cost the server as little as the peer, and a client that
   * holds its connection open with NOOP, or asks ten thousand times to measure, does no harm.
   */
  public static final SessionLimits STANDARD =
      new SessionLimits(10 * 1024 * 1024, 1000, 200, 0, Duration.ofMinutes(5), 20_000, 10_000);

  public SessionLimits withMessageOctets(int most) {
    return new SessionLimits(
        most, recipients, refusals, junkCommands, idle, sessions, sessionsPerAddress);
  }

  public SessionLimits withJunkCommands(int most) {
    return new SessionLimits(
        messageOctets, recipients, refusals, most, idle, sessions, sessionsPerAddress);
  }

  public SessionLimits withRefusals(int most) {
    return new SessionLimits(
        messageOctets, recipients, most, junkCommands, idle, sessions, sessionsPerAddress);
  }

  public SessionLimits withIdle(Duration most) {
    return new SessionLimits(
        messageOctets, recipients, refusals, junkCommands, most, sessions, sessionsPerAddress);
  }

  public SessionLimits withSessions(int most, int perAddress) {
    return new SessionLimits(
        messageOctets, recipients, refusals, junkCommands, idle, most, perAddress);
  }
}
