package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Reply;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The impediment at the target that left a case inconclusive. Where a case has several, the first
 * in this order counts.
 */
public enum Impediment {
  /** The target takes no more connections, or ended a session with 421. */
  CONNECTION_LIMIT,
  /** The target wants TLS or authentication first. */
  LOGIN_REQUIRED,
  /** A command got no reply, or not the one that the case needs to go on. */
  NO_REPLY,
  /** The target answered 458, "later". */
  DEFERRAL,
  /** The target delivers mail without being asked for it. */
  MAIL_NOT_HELD,
  /** The target does not accept the mail that a case hands over. */
  MAIL_NOT_TAKEN;

  private static final int UNAVAILABLE = 421;
  private static final int DEFERRED = 458;
  private static final int AUTHENTICATION_REQUIRED = 530;

  /** Returns the impediment that this reply states, if it states one. */
  public static Optional<Impediment> of(Reply reply) {
    return of(reply.code());
  }

  /** Returns the first impediment that one of the replies with these codes states. */
  public static Optional<Impediment> among(Collection<Integer> codes) {
    return codes.stream().flatMap(code -> of(code).stream()).min(Comparator.naturalOrder());
  }

  /** Returns the impediment that a reply with this code states, if it states one. */
  public static Optional<Impediment> of(int code) {
    return switch (code) {
      case UNAVAILABLE -> Optional.of(CONNECTION_LIMIT);
      case AUTHENTICATION_REQUIRED -> Optional.of(LOGIN_REQUIRED);
      case DEFERRED -> Optional.of(DEFERRAL);
      default -> Optional.empty();
    };
  }
}
