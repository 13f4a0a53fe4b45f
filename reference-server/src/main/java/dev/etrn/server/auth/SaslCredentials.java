package dev.etrn.server.auth;

/**
 * A name and a password; prints without the password.
 *
 * @param name as the client gave it
 * @param password as the client gave it
 */
public record SaslCredentials(String name, String password) {

  @Override
  public String toString() {
    return name + ":****";
  }
}
