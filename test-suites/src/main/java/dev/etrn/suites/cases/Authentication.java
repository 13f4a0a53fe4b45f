package dev.etrn.suites.cases;

import dev.etrn.suites.targets.profile.AuthMechanism;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.LoginUse;
import dev.etrn.suites.targets.profile.SessionSecurity;
import dev.etrn.suites.transcript.EhloReply;
import dev.etrn.suites.wire.client.WireClient;

/** AUTH in the sessions of cases; no transcript shows what is secret. */
public final class Authentication {

  private static final String HIDDEN = "****\r\n";

  private Authentication() {}

  /**
   * EHLO and AUTH where every session has that, with STARTTLS before AUTH that is announced only
   * inside TLS. The steps are {@code login-ehlo}, {@code starttls} and {@code login}; none of them
   * is there in other sessions.
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
   * AUTH as {@code login}; its last reply is that of {@code step}. With LOGIN the steps before it
   * are {@code step-begin} and {@code step-user}, and the first that is refused is the last.
   */
  public static void authenticate(Login login, WireClient client, String step) {
    if (login.mechanism() == AuthMechanism.PLAIN) {
      client
          .step(step)
          .sendSecretly("AUTH PLAIN " + login.plain() + "\r\n", "AUTH PLAIN " + HIDDEN)
          .reply();
    } else if (goesOn(client.step(step + "-begin").line("AUTH LOGIN"))
        && goesOn(client.step(step + "-user").sendSecretly(login.encodedUser() + "\r\n", HIDDEN))) {
      client.step(step).sendSecretly(login.encodedPassword() + "\r\n", HIDDEN).reply();
    }
  }

  private static boolean goesOn(WireClient client) {
    return client.reply().filter(reply -> reply.code() == 334).isPresent();
  }
}
