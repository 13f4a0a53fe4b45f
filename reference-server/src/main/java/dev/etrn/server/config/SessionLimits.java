package dev.etrn.server.config;

import java.time.Duration;

/**
 * What one session may use.
 *
 * @param messageOctets largest message, announced with SIZE
 * @param recipients per message when the channel's option file sets no limit; at least 100 (RFC
 *     5321 section 4.5.3.1.8)
 * @param refusals how many commands may be answered 5yz before the session is ended with 421
 * @param idle how long to wait for the peer; RFC 5321 section 4.5.3.2.7 wants 5 minutes at least
 * @param sessions how many at once; beyond that the greeting is 421
 */
public record SessionLimits(
    int messageOctets, int recipients, int refusals, Duration idle, int sessions) {

  public static final SessionLimits STANDARD =
      new SessionLimits(10 * 1024 * 1024, 1000, 200, Duration.ofMinutes(5), 20_000);
}
