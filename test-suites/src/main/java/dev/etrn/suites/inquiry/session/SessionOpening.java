package dev.etrn.suites.inquiry.session;

import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.client.ClientIdentity;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * The opening of sessions with a server, up to the point at which ETRN can be sent.
 *
 * @param address the address of the server
 * @param client the names that the harness gives itself
 * @param timeout the timeout for the connection and for each reply
 * @param isImplicitTls true if TLS comes before the greeting
 * @param isTlsWanted true if STARTTLS comes first; it also comes first where only TLS offers ETRN
 *     or AUTH
 * @param login the user to authenticate as, where AUTH is offered
 */
public record SessionOpening(
    InetSocketAddress address,
    ClientIdentity client,
    Duration timeout,
    boolean isImplicitTls,
    boolean isTlsWanted,
    Optional<Login> login) {

  /**
   * A session after its last EHLO.
   *
   * @param reply the reply that ended the opening early; empty if none did
   */
  public record Opened(ServerSession session, Optional<Reply> reply) implements AutoCloseable {

    @Override
    public void close() {
      session.close();
    }
  }

  public Opened open() {
    ServerSession session = ServerSession.connect(address, timeout, client);
    if (isImplicitTls && session.isOpen()) {
      session.beginTls();
    }
    Optional<Reply> greeting = session.greeting();
    if (!ReplyText.isSuccess(greeting) || !ReplyText.isSuccess(session.ehlo())) {
      return new Opened(session, greeting);
    }
    if (wantsTls(session)) {
      session.startTls();
      session.ehlo();
    }
    return new Opened(session, authenticated(session));
  }

  private boolean wantsTls(ServerSession session) {
    boolean helps = !session.offers("ETRN") || (login.isPresent() && !session.offers("AUTH"));
    return session.offers("STARTTLS") && !isImplicitTls && (isTlsWanted || helps);
  }

  /** Returns the refusal of AUTH, if it was refused. */
  private Optional<Reply> authenticated(ServerSession session) {
    if (login.isEmpty() || !session.offers("AUTH")) {
      return Optional.empty();
    }
    Optional<Reply> reply = session.authenticate(login.get());
    if (!ReplyText.isSuccess(reply)) {
      return reply;
    }
    session.ehlo();
    return Optional.empty();
  }
}
