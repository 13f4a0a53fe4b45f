package dev.etrn.suites.cases;

import dev.etrn.suites.targets.profile.AuthMechanism;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.LoginUse;
import dev.etrn.suites.targets.profile.SessionSecurity;
import dev.etrn.suites.transcript.EhloReply;
import dev.etrn.suites.wire.client.WireClient;

/** The AUTH commands of the sessions of cases; no transcript shows a password. */
public final class Authentication {

  private static final String HIDDEN = "****\r\n";

  private Authentication() {}

  /**
   * Sends EHLO and AUTH if the target wants AUTH in every session, and STARTTLS before them if AUTH
   * is announced only inside TLS. The steps are {@code login-ehlo}, {@code starttls} and {@code
   * login}; other sessions have none of them.
   */
  public static void begin(SessionSecurity security, WireClient client) {
    security
        .login()
        .filter(login -> login.use() == LoginUse.ALWAYS)
        .ifPresent(login -> begin(login, security, client));
  }

  private static void begin(Login login, SessionSecurity security, WireClient client) {
    EhloReply offers = hello(client);
    boolean isBehindTls =
        !offers.lists("AUTH") && offers.lists("STARTTLS") && security.tls().isOffered();
    if (isBehindTls && SessionOpeningSteps.handshake(client)) {
      offers = hello(client);
    }
    if (offers.lists("AUTH")) {
      authenticate(login, client, "login");
    }
  }

  private static EhloReply hello(WireClient client) {
    return EhloReply.of(client.step("login-ehlo").line(client.identity().hello()).reply());
  }

  /**
   * Sends AUTH as {@code login}; the reply that ends it is in {@code step}. With LOGIN the steps
   * before that are {@code step-begin} and {@code step-user}; a refusal in one of them ends it.
   */
  public static void authenticate(Login login, WireClient client, String step) {
    if (login.mechanism() == AuthMechanism.PLAIN) {
      client
          .step(step)
          .sendSecretly("AUTH PLAIN " + login.plain() + "\r\n", "AUTH PLAIN " + HIDDEN)
          .reply();
    } else if (isContinued(client.step(step + "-begin").line("AUTH LOGIN"))
        && isContinued(
            client.step(step + "-user").sendSecretly(login.encodedUser() + "\r\n", HIDDEN))) {
      client.step(step).sendSecretly(login.encodedPassword() + "\r\n", HIDDEN).reply();
    }
  }

  private static boolean isContinued(WireClient client) {
    return client.reply().filter(reply -> reply.code() == 334).isPresent();
  }
}
