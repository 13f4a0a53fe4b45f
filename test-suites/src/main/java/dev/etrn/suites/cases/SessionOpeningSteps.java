package dev.etrn.suites.cases;

import dev.etrn.suites.wire.client.WireClient;

/** The first steps of the sessions of cases. */
public final class SessionOpeningSteps {

  private SessionOpeningSteps() {}

  /** Sends EHLO in a step {@code ehlo}; closes the connection if no reply comes. */
  public static void ehlo(WireClient client) {
    if (client.step("ehlo").line(client.identity().hello()).reply().isEmpty()) {
      client.close();
    }
  }

  /**
   * Sends EHLO in a step {@code clear-ehlo} and STARTTLS in a step {@code starttls}, and does the
   * handshake.
   *
   * @return true if TLS is established
   */
  public static boolean startTls(WireClient client) {
    client.step("clear-ehlo").line(client.identity().hello()).reply();
    return handshake(client);
  }

  /**
   * Sends STARTTLS in a step {@code starttls}, and does the handshake; returns true if TLS is
   * established.
   */
  public static boolean handshake(WireClient client) {
    return client.step("starttls").line("STARTTLS").reply().filter(r -> r.code() == 220).isPresent()
        && client.startTls();
  }
}
