package dev.etrn.suites.inquiry.session;

import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.client.ClientIdentity;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How sessions with a server begin, up to the point at which ETRN can be asked for.
 *
 * @param address of the server
 * @param client the names that the harness gives itself
 * @param timeout for the connection and for each reply
 * @param isImplicitTls whether TLS comes before the greeting
 * @param isTlsWanted whether STARTTLS comes first; it comes too where only TLS offers ETRN or AUTH
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
   * A session behind its last EHLO.
   *
   * @param reply what ended the opening before that; empty when nothing did
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

  /** The refusal of AUTH, if it was refused. */
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
