package dev.etrn.suites.inquiry.session;

import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.ClientIdentity;
import dev.etrn.suites.wire.client.SocketClient;
import dev.etrn.suites.wire.client.WireClient;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A session with a server that sends one command at a time, as a well-behaved client does.
 *
 * <p>If the server does not answer, the session ends, since a late reply would be taken for the
 * answer to another command.
 */
public final class ServerSession implements AutoCloseable {

  private final WireClient client;
  private final ClientIdentity identity;
  private List<String> offers = List.of();
  private boolean isGreeted;

  private ServerSession(WireClient client, ClientIdentity identity) {
    this.client = client;
    this.identity = identity;
  }

  /** Connects, and reads nothing. */
  public static ServerSession connect(
      InetSocketAddress address, Duration timeout, ClientIdentity identity) {
    return new ServerSession(
        SocketClient.connect(address, 1, Recorder.start(), timeout, timeout), identity);
  }

  /** Returns the names that this client gives itself. */
  public ClientIdentity identity() {
    return identity;
  }

  public boolean isOpen() {
    return client.isOpen();
  }

  public Optional<Reply> greeting() {
    return answered(client.reply());
  }

  /** Says EHLO; the reply replaces the earlier offers. */
  public Optional<Reply> ehlo() {
    Optional<Reply> reply = ask(identity.hello());
    Optional<Reply> accepted = reply.filter(r -> r.code() == 250);
    isGreeted = accepted.isPresent();
    offers = accepted.map(r -> r.lines().subList(1, r.lines().size())).orElse(List.of());
    return reply;
  }

  /** Returns true if the last EHLO was accepted. */
  public boolean isGreeted() {
    return isGreeted;
  }

  /** Returns the lines of the last EHLO reply after its first. */
  public List<String> offers() {
    return offers;
  }

  /** Returns true if the last EHLO reply lists this keyword. */
  public boolean offers(String keyword) {
    return offers(offers, keyword);
  }

  /** Returns true if these lines of an EHLO reply list this keyword. */
  public static boolean offers(List<String> lines, String keyword) {
    return lines.stream().anyMatch(line -> words(line)[0].equals(keyword));
  }

  /** Returns true if AUTH is offered with this mechanism. */
  boolean offersMechanism(String mechanism) {
    return offers.stream()
        .map(ServerSession::words)
        .filter(words -> words[0].equals("AUTH"))
        .anyMatch(words -> List.of(words).contains(mechanism));
  }

  private static String[] words(String line) {
    return line.strip().toUpperCase(Locale.ROOT).split("[ =]+");
  }

  /** Asks for TLS and begins it; returns true if it succeeded. EHLO must be said again. */
  public boolean startTls() {
    return ask("STARTTLS").filter(reply -> reply.code() == 220).isPresent() && client.startTls();
  }

  /** Begins TLS at once, on a port that expects it; returns true if it succeeded. */
  public boolean beginTls() {
    return client.startTls();
  }

  /**
   * Authenticates with PLAIN or LOGIN, whichever is offered.
   *
   * @return the last reply; empty when neither is offered
   */
  Optional<Reply> authenticate(Login login) {
    if (offersMechanism("PLAIN")) {
      return secret("AUTH PLAIN " + login.plain());
    } else if (offersMechanism("LOGIN")) {
      Optional<Reply> challenge = ask("AUTH LOGIN");
      if (challenge.filter(reply -> reply.code() == 334).isEmpty()) {
        return challenge;
      }
      Optional<Reply> second = secret(base64(login.user()));
      return second.filter(reply -> reply.code() == 334).isEmpty()
          ? second
          : secret(base64(login.password().reveal()));
    }
    return Optional.empty();
  }

  private Optional<Reply> secret(String line) {
    client.sendSecretly(line + "\r\n", "****\r\n");
    return answered(client.reply());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends one line, and waits for its reply. */
  public Optional<Reply> ask(String line) {
    client.line(line);
    return answered(client.reply());
  }

  private Optional<Reply> answered(Optional<Reply> reply) {
    if (reply.isEmpty()) {
      client.close();
    }
    return reply;
  }

  /** Ends the session with QUIT if it is still open. */
  @Override
  public void close() {
    if (client.isOpen()) {
      ask("QUIT");
    }
    client.close();
  }
}
