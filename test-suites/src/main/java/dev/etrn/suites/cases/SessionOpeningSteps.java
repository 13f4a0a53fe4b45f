package dev.etrn.suites.cases;

import dev.etrn.suites.wire.client.WireClient;

/** The steps with which sessions of cases begin. */
public final class SessionOpeningSteps {

  private SessionOpeningSteps() {}

  /** EHLO in a step {@code ehlo}; a session in which it is not answered is over. */
  public static void ehlo(WireClient client) {
    if (client.step("ehlo").line(client.identity().hello()).reply().isEmpty()) {
      client.close();
    }
  }

  /**
   * EHLO in a step {@code clear-ehlo}, STARTTLS in a step {@code starttls}, and the handshake.
   *
   * @return whether TLS stands
   */
  public static boolean startTls(WireClient client) {
    client.step("clear-ehlo").line(client.identity().hello()).reply();
    return handshake(client);
  }

  /** STARTTLS in a step {@code starttls}, and the handshake; says whether TLS stands. */
  public static boolean handshake(WireClient client) {
    return client.step("starttls").line("STARTTLS").reply().filter(r -> r.code() == 220).isPresent()
        && client.startTls();
  }
}
