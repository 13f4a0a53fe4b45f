package dev.etrn.suites.run.liveness;

import dev.etrn.suites.cases.Authentication;
import dev.etrn.suites.cases.SessionOpeningSteps;
import dev.etrn.suites.targets.profile.AuthMechanism;
import dev.etrn.suites.targets.profile.SessionSecurity;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.transcript.EhloReply;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;
import java.util.Optional;

/**
 * The extensions that a target announces as a session becomes more trusted.
 *
 * @param first before anything else
 * @param inTls after STARTTLS; empty where that was not needed
 * @param last in the state in which cases find the session
 */
record AnnouncedExtensions(EhloReply first, Optional<EhloReply> inTls, EhloReply last) {

  private static final EhloReply NOTHING = new EhloReply(List.of());

  static final AnnouncedExtensions NONE =
      new AnnouncedExtensions(NOTHING, Optional.empty(), NOTHING);

  /** Asks in a session that was greeted, with STARTTLS and AUTH as far as ETRN needs them. */
  static AnnouncedExtensions ask(SessionSecurity security, WireClient client) {
    EhloReply first = hello(client, "ehlo");
    Optional<EhloReply> inTls = Optional.empty();
    if (needsTls(security, first) && SessionOpeningSteps.handshake(client)) {
      inTls = Optional.of(hello(client, "tls-ehlo"));
    }
    EhloReply last = inTls.orElse(first);
    if (security.alwaysAuthenticates() && last.lists("AUTH")) {
      var known = security.withMechanism(mechanism(last));
      Authentication.authenticate(known.login().orElseThrow(), client, "login");
      last = hello(client, "login-ehlo");
    }
    return new AnnouncedExtensions(first, inTls, last);
  }

  private static boolean needsTls(SessionSecurity security, EhloReply first) {
    boolean isAuthNext = security.alwaysAuthenticates() && first.lists("AUTH");
    return security.tls() == TlsUse.REQUIRED
        || (security.tls().isOffered()
            && first.lists("STARTTLS")
            && !first.lists("ETRN")
            && !isAuthNext);
  }

  private static EhloReply hello(WireClient client, String step) {
    return EhloReply.of(client.step(step).line(client.identity().hello()).reply());
  }

  private static AuthMechanism mechanism(EhloReply offers) {
    List<String> offered = offers.mechanisms();
    return offered.contains("LOGIN") && !offered.contains("PLAIN")
        ? AuthMechanism.LOGIN
        : AuthMechanism.PLAIN;
  }

  /** The same use of TLS and AUTH without anything that had to be asked of the target. */
  SessionSecurity completing(SessionSecurity security) {
    EhloReply offers = inTls.orElse(first);
    SessionSecurity known = security.withMechanism(mechanism(offers));
    return switch (security.tls()) {
      case NONE, REQUIRED, IMPLICIT -> known;
      case STARTTLS -> known.withTls(offered());
      case AUTO -> known.withTls(first.lists("STARTTLS") ? offered() : TlsUse.NONE);
    };
  }

  /** Without TLS a server that announces ETRN only there has nothing to show. */
  private TlsUse offered() {
    boolean isEtrnInside = inTls.filter(reply -> reply.lists("ETRN")).isPresent();
    return isEtrnInside ? TlsUse.REQUIRED : TlsUse.STARTTLS;
  }
}
