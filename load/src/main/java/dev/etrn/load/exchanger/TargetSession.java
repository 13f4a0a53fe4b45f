package dev.etrn.load.exchanger;

import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.ClientSettings;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import dev.etrn.suites.wire.client.SocketClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A session with the target that is not part of the load. It has sent EHLO, and has started TLS and
 * authenticated if the target's configuration says so.
 */
public final class TargetSession implements AutoCloseable {

  private final InetSocketAddress target;
  private final SocketClient client;
  private Reply ehlo;

  private TargetSession(InetSocketAddress target, SocketClient client, Reply ehlo) {
    this.target = target;
    this.client = client;
    this.ehlo = ehlo;
  }

  /**
   * Returns true if sessions start TLS: if the target requires it, or if a password would go in the
   * clear.
   */
  public static boolean encrypts(TargetProfile profile) {
    return profile.tls() == TlsUse.REQUIRED
        || (profile.tls() == TlsUse.STARTTLS && profile.login().isPresent());
  }

  /**
   * Opens a session.
   *
   * @param profile the target's promises on TLS and AUTH
   * @throws SessionRefusedException when no server greets there, or the target does not keep a
   *     promise
   */
  public static TargetSession open(InetSocketAddress target, TargetProfile profile)
      throws SessionRefusedException {
    if (profile.tls() == TlsUse.IMPLICIT) {
      throw new SessionRefusedException(
          "etrn load does not begin with TLS, as target.tls of the etrn.yaml says: name a port of"
              + " the target with STARTTLS or without TLS");
    }
    ConnectionTimeouts timeouts = ConnectionTimeouts.of(profile.commandTimeout());
    ClientSettings settings = profile.withTimeouts(timeouts).clientSettings();
    var client = SocketClient.connect(target, 1, Recorder.start(), settings);
    try {
      var session = new TargetSession(target, client, replyToEhlo(target, client));
      if (encrypts(profile)) {
        session.encrypt();
      }
      if (profile.login().isPresent()) {
        session.authenticate(profile.login().get());
      }
      return session;
    } catch (SessionRefusedException e) {
      client.close();
      throw e;
    }
  }

  /** Returns the reply to the last EHLO, whatever its code. */
  public Reply ehlo() {
    return ehlo;
  }

  /** Returns the reply to a command; empty if none came in time, or the session is over. */
  public Optional<Reply> ask(String line) {
    return client.line(line).reply();
  }

  /**
   * Hands a message in.
   *
   * @param content the message, as {@link Token#message} returns it
   * @throws IOException when the target did not take it; the exception's message holds the target's
   *     reply
   */
  public void send(String sender, String recipient, String content) throws IOException {
    expect("MAIL FROM:<" + sender + ">", 2);
    expect("RCPT TO:<" + recipient + ">", 2);
    expect("DATA", 3);
    expect(content + ".", 2);
  }

  /** Sends QUIT, and closes the connection. */
  @Override
  public void close() {
    Optional<Reply> unused = ask("QUIT");
    client.close();
  }

  private static Reply replyToEhlo(InetSocketAddress target, SocketClient client)
      throws SessionRefusedException {
    boolean isGreeted = client.reply().filter(reply -> reply.code() == 220).isPresent();
    Optional<Reply> ehlo =
        isGreeted ? client.line(client.identity().hello()).reply() : Optional.empty();
    return ehlo.orElseThrow(
        () ->
            new SessionRefusedException(
                "no mail server answers at "
                    + Addresses.text(target)
                    + ": start it, or correct its address"));
  }

  private void encrypt() throws SessionRefusedException {
    Optional<Reply> reply = ask("STARTTLS");
    if (reply.filter(r -> r.code() == 220).isEmpty() || !client.startTls()) {
      throw notAdmitted("does not start TLS", reply, "target.tls");
    }
    Optional<Reply> secondEhlo = ask(client.identity().hello());
    ehlo =
        secondEhlo.orElseThrow(
            () -> notAdmitted("does not answer EHLO in TLS", secondEhlo, "target.tls"));
  }

  private void authenticate(Login login) throws SessionRefusedException {
    client.sendSecretly("AUTH PLAIN " + login.plain() + "\r\n", "AUTH PLAIN ****\r\n");
    Optional<Reply> reply = client.reply();
    if (reply.filter(r -> r.code() == 235).isEmpty()) {
      throw notAdmitted("does not accept the user " + login.user(), reply, "auth");
    }
  }

  private SessionRefusedException notAdmitted(String failure, Optional<Reply> reply, String key) {
    return new SessionRefusedException(
        Addresses.text(target)
            + " "
            + failure
            + reply.map(r -> " ('" + r.code() + " " + r.text() + "')").orElse("")
            + ": correct "
            + key
            + " in its etrn.yaml");
  }

  private void expect(String line, int digit) throws IOException {
    Optional<Reply> reply = ask(line);
    if (reply.filter(r -> r.firstDigit() == digit).isEmpty()) {
      String shown = digit == 2 && line.endsWith(".") ? "the content" : line;
      throw new IOException(
          "mail cannot be handed in: "
              + shown
              + reply
                  .map(r -> " was answered '" + r.code() + " " + r.text() + "'")
                  .orElse(" got no reply"));
    }
  }
}
