package dev.etrn.suites.targets.profile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The user of the harness at the target ({@code auth} of etrn.yaml).
 *
 * @param use the sessions in which the harness authenticates
 * @param mechanism the mechanism of AUTH
 */
public record Login(String user, Password password, LoginUse use, AuthMechanism mechanism) {

  /** A user for cases about AUTH only. */
  public Login(String user, Password password) {
    this(user, password, LoginUse.WHEN_ASKED, AuthMechanism.PLAIN);
  }

  /** Returns the same user for every session in which the target announces AUTH. */
  public Login inEverySession() {
    return new Login(user, password, LoginUse.ALWAYS, mechanism);
  }

  public Login withMechanism(AuthMechanism other) {
    return new Login(user, password, use, other);
  }

  /** Returns the message of the mechanism PLAIN (RFC 4616), in Base64. */
  public String plain() {
    return base64("\0" + user + "\0" + password.reveal());
  }

  /** Returns the answer to the first challenge of the mechanism LOGIN, in Base64. */
  public String encodedUser() {
    return base64(user);
  }

  /** Returns the answer to the second challenge of the mechanism LOGIN, in Base64. */
  public String encodedPassword() {
    return base64(password.reveal());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
