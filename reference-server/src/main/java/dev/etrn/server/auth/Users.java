package dev.etrn.server.auth;

import java.util.Map;

/**
 * The users that can authenticate.
 *
 * @param passwords the password hashes by name
 */
public record Users(Map<String, PasswordHash> passwords) {

  public static final Users NOBODY = new Users(Map.of());

  /** The hash for an unknown name, so that it takes as long as a wrong password. */
  private static final PasswordHash UNKNOWN = PasswordHash.ofNothing();

  public Users {
    passwords = Map.copyOf(passwords);
  }

  /** Returns true if the credentials are right; blocks for the time of one hash. */
  public boolean know(SaslCredentials credentials) {
    PasswordHash hash = passwords.get(credentials.name());
    boolean matches = (hash == null ? UNKNOWN : hash).matches(credentials.password());
    return matches && hash != null;
  }
}
