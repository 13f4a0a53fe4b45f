package dev.etrn.server.delivery;

import java.time.Duration;

/**
 * How long to wait for the exchanger (RFC 5321 section 4.5.3.2).
 *
 * @param connect for the connection to stand
 * @param command for the reply to any command
 * @param finalDot for the reply to a message
 */
public record DeliveryTimeouts(Duration connect, Duration command, Duration finalDot) {

  public static final DeliveryTimeouts STANDARD =
      new DeliveryTimeouts(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(10));
}
