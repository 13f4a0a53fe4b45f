package dev.etrn.server.config;

import java.time.Duration;

/**
 * The limits of sessions; the file {@code etrn_limits} sets some of them.
 *
 * @param messageOctets the size of the largest message, announced with SIZE
 * @param recipients the most recipients of a message when the channel sets no limit; at least 100
 *     (RFC 5321 section 4.5.3.1.8)
 * @param refusals the commands answered 5yz before the session is ended with 421, when the channel
 *     sets no limit
 * @param junkCommands the commands that move no mail (ETRN, NOOP, RSET, VRFY, EXPN, HELP, EHLO,
 *     HELO) and that a session may send without an accepted message between them, before it is
 *     ended with 421; 0 for no limit
 * @param idle the longest wait for the peer to send or to read, when the channel sets no time; RFC
 *     5321 section 4.5.3.2.7 asks for at least 5 minutes (SMTP-029)
 * @param sessions the most sessions at once; beyond that the greeting is 421
 * @param sessionsPerAddress the most sessions at once from one IPv4 address or one IPv6 /64; beyond
 *     that the greeting is 421
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
   * The default limits. No address, not even loopback, may have more than half of all sessions.
   * That is generous, since a load generator, a proxy or a partner's whole site connects from a
   * single address; a server on the Internet sets less.
   *
   * <p>Junk commands are not limited: ALLOW_ETRNS_PER_SESSION limits the ETRNs that have an effect,
   * the others cost the server as little as the peer, and a client that keeps its connection open
   * with NOOP, or sends ten thousand ETRNs to measure, does no harm.
   */
  public static final SessionLimits STANDARD =
      new SessionLimits(10 * 1024 * 1024, 1000, 200, 0, Duration.ofMinutes(5), 20_000, 10_000);

  public SessionLimits withMessageOctets(int octets) {
    return new SessionLimits(
        octets, recipients, refusals, junkCommands, idle, sessions, sessionsPerAddress);
  }

  public SessionLimits withJunkCommands(int commands) {
    return new SessionLimits(
        messageOctets, recipients, refusals, commands, idle, sessions, sessionsPerAddress);
  }

  public SessionLimits withRefusals(int commands) {
    return new SessionLimits(
        messageOctets, recipients, commands, junkCommands, idle, sessions, sessionsPerAddress);
  }

  public SessionLimits withIdle(Duration duration) {
    return new SessionLimits(
        messageOctets, recipients, refusals, junkCommands, duration, sessions, sessionsPerAddress);
  }

  public SessionLimits withSessions(int total, int perAddress) {
    return new SessionLimits(
        messageOctets, recipients, refusals, junkCommands, idle, total, perAddress);
  }
}
