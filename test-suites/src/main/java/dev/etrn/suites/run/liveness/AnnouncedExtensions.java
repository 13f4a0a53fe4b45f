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
 * The extensions that a target announces in the stages of a session.
 *
 * @param first the reply to the first EHLO
 * @param inTls the reply to EHLO after STARTTLS; empty if that was not needed
 * @param last the reply to the last EHLO, in the state in which cases find the session
 */
record AnnouncedExtensions(EhloReply first, Optional<EhloReply> inTls, EhloReply last) {

  private static final EhloReply NOTHING = new EhloReply(List.of());

  static final AnnouncedExtensions NONE =
      new AnnouncedExtensions(NOTHING, Optional.empty(), NOTHING);

  /** Asks in an open session, with STARTTLS and AUTH as far as ETRN needs them. */
  static AnnouncedExtensions ask(SessionSecurity security, WireClient client) {
    EhloReply first = hello(client, "ehlo");
    Optional<EhloReply> inTls = Optional.empty();
    if (needsTls(security, first) && SessionOpeningSteps.handshake(client)) {
      inTls = Optional.of(hello(client, "tls-ehlo"));
    }
    EhloReply last = inTls.orElse(first);
    if (security.alwaysAuthenticates() && last.lists("AUTH")) {
      var completed = security.withMechanism(mechanism(last));
      Authentication.authenticate(completed.login().orElseThrow(), client, "login");
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

  /** Returns {@code security} with its open settings replaced by what the target announces. */
  SessionSecurity completing(SessionSecurity security) {
    EhloReply offers = inTls.orElse(first);
    SessionSecurity completed = security.withMechanism(mechanism(offers));
    return switch (security.tls()) {
      case NONE, REQUIRED, IMPLICIT -> completed;
      case STARTTLS -> completed.withTls(offered());
      case AUTO -> completed.withTls(first.lists("STARTTLS") ? offered() : TlsUse.NONE);
    };
  }

  /** Returns the use of STARTTLS: required if the server announces ETRN only inside TLS. */
  private TlsUse offered() {
    boolean isEtrnInside = inTls.filter(reply -> reply.lists("ETRN")).isPresent();
    return isEtrnInside ? TlsUse.REQUIRED : TlsUse.STARTTLS;
  }
}
