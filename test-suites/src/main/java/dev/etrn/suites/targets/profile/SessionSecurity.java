package dev.etrn.suites.targets.profile;

import java.util.Optional;

/**
 * The use of TLS and AUTH in sessions with a target.
 *
 * @param tls the use of TLS
 * @param login the user of the harness at the target
 */
public record SessionSecurity(TlsUse tls, Optional<Login> login) {

  /** The default: no AUTH, and STARTTLS where the target announces it. */
  public static final SessionSecurity UNSTATED = new SessionSecurity(TlsUse.AUTO, Optional.empty());

  public SessionSecurity withTls(TlsUse other) {
    return new SessionSecurity(other, login);
  }

  /** Returns a copy with another mechanism of AUTH, if there is a user at all. */
  public SessionSecurity withMechanism(AuthMechanism mechanism) {
    return new SessionSecurity(tls, login.map(user -> user.withMechanism(mechanism)));
  }

  /** Returns true if every session authenticates. */
  public boolean alwaysAuthenticates() {
    return login.filter(user -> user.use() == LoginUse.ALWAYS).isPresent();
  }
}
