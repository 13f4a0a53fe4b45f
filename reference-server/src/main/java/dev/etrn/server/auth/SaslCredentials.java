package dev.etrn.server.auth;

/**
 * The name and password that a client claims; prints without the password.
 *
 * @param name the name as the client sent it
 * @param password the password as the client sent it
 */
public record SaslCredentials(String name, String password) {

  @Override
  public String toString() {
    return name + ":****";
  }
}
