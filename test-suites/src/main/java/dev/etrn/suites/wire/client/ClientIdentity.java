package dev.etrn.suites.wire.client;

/**
 * The names that the harness gives itself.
 *
 * @param ehlo the argument of EHLO and HELO
 * @param sender the envelope sender of mail
 */
public record ClientIdentity(String ehlo, String sender) {

  /** The default names. */
  public static final ClientIdentity STANDARD =
      new ClientIdentity("client.example", "sender@client.example");

  /** Returns the command EHLO, without its CRLF. */
  public String hello() {
    return "EHLO " + ehlo;
  }

  /** Returns the command MAIL, without its CRLF. */
  public String mail() {
    return "MAIL FROM:<" + sender + ">";
  }
}
