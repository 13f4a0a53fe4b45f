package dev.etrn.server.auth;

import java.util.Map;

/**
 * The clients that can prove who they are.
 *
 * @param passwords by name
 */
public record Users(Map<String, PasswordHash> passwords) {

  public static final Users NOBODY = new Users(Map.of());

  /** Takes as long for a name that is unknown as for a wrong password. */
  private static final PasswordHash UNKNOWN = PasswordHash.ofNothing();

  public Users {
    passwords = Map.copyOf(passwords);
  }

  /** Whether the credentials are right; blocks for the time of one hash. */
  public boolean know(SaslCredentials given) {
    PasswordHash known = passwords.get(given.name());
    boolean matches = (known == null ? UNKNOWN : known).matches(given.password());
    return matches && known != null;
  }
}
