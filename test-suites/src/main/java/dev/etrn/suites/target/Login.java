package dev.etrn.suites.target;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who the harness is where it authenticates ({@code auth} of etrn.yaml). */
public record Login(String user, Password password) {

  /** The message of the mechanism PLAIN (RFC 4616), in Base64. */
  public String plain() {
    String message = "\0" + user + "\0" + password.reveal();
    return Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
  }
}
