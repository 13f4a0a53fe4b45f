package dev.etrn.suites.inquiry;

import dev.etrn.suites.inquiry.ServerFacts.SecurityFacts;
import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.inquiry.session.ServerSession;
import dev.etrn.suites.inquiry.session.SessionOpening;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.client.ClientIdentity;
import java.util.List;
import java.util.Optional;

/** The inquiry into how sessions with a server begin: with or without TLS and AUTH. */
final class SecurityInquiry {

  /** The port of submissions, where TLS comes before the greeting (RFC 8314 section 3.3). */
  private static final int SUBMISSIONS = 465;

  private final InquiryPlan plan;
  private final boolean isImplicitTls;
  private List<String> clear = List.of();
  private Optional<List<String>> encrypted = Optional.empty();
  private List<String> last = List.of();
  private boolean isTlsRequired;
  private Optional<Reply> loginRefusal = Optional.empty();

  SecurityInquiry(InquiryPlan plan) {
    this.plan = plan;
    this.isImplicitTls = plan.server().port() == SUBMISSIONS;
  }

  /**
   * Reads the offers before and after STARTTLS.
   *
   * @return the greeting
   * @throws TargetUnavailableException when no SMTP server answers at the address
   */
  Reply look() throws TargetUnavailableException {
    try (ServerSession session = connect()) {
      if (!session.isOpen()) {
        throw new TargetUnavailableException(
            "cannot connect to " + plan.server() + ": start the server, or correct its address");
      }
      if (isImplicitTls) {
        session.beginTls();
      }
      Reply greeting = greeting(session);
      Optional<Reply> ehlo = session.ehlo();
      if (!session.isGreeted()) {
        throw new TargetUnavailableException(
            plan.server()
                + " answers EHLO with "
                + ReplyText.quoted(ehlo)
                + ": does it let this"
                + " client in?");
      }
      clear = session.offers();
      if (session.offers("STARTTLS") && session.startTls() && ReplyText.isSuccess(session.ehlo())) {
        encrypted = Optional.of(session.offers());
      }
      return greeting;
    }
  }

  private ServerSession connect() {
    return ServerSession.connect(plan.address(), plan.timeout(), ClientIdentity.STANDARD);
  }

  private Reply greeting(ServerSession session) throws TargetUnavailableException {
    Optional<Reply> greeting = session.greeting();
    if (greeting.filter(reply -> reply.code() == 220).isEmpty()) {
      throw new TargetUnavailableException(
          plan.server()
              + " does not greet with 220 but with "
              + ReplyText.quoted(greeting)
              + ": is an SMTP server listening there, and does it let this client in?");
    }
    return greeting.get();
  }

  /** Returns the way in which sessions begin from now on. */
  SessionOpening opening(boolean isTlsWanted) {
    return new SessionOpening(
        plan.address(),
        ClientIdentity.STANDARD,
        plan.timeout(),
        isImplicitTls,
        isTlsWanted,
        plan.login());
  }

  /** Records the last offers of a session. */
  void saw(SessionOpening.Opened opened) {
    last = opened.session().offers();
    loginRefusal = opened.reply();
  }

  /** Records that the server requires TLS; returns true if it offers TLS at all. */
  boolean requireTls() {
    isTlsRequired = encrypted.isPresent();
    return isTlsRequired;
  }

  SecurityFacts facts() {
    return new SecurityFacts(isImplicitTls, clear, encrypted, last, isTlsRequired, loginRefusal);
  }
}
