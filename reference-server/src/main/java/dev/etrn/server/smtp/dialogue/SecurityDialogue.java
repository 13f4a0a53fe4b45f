package dev.etrn.server.smtp.dialogue;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.auth.SaslCredentials;
import dev.etrn.server.auth.SaslExchange;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.wire.SmtpReply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The STARTTLS and AUTH commands of one session, and the identity of its client. */
public final class SecurityDialogue {

  private static final int MOST_FAILURES = 3;

  private final Security security;
  private final Executor thread;
  private final Executor hashing;
  private final Consumer<SmtpReply> onChecked;
  private ConnectedClient client;
  private @Nullable SaslExchange exchange;
  private boolean upgrading;
  private boolean checking;
  private int failures;

  /**
   * @param thread the executor of the session's own thread
   * @param hashing the executor of password checks, which take long
   * @param onChecked the receiver of the reply after a password check, in the session's thread
   */
  public SecurityDialogue(
      Security security,
      ConnectedClient client,
      Executor thread,
      Executor hashing,
      Consumer<SmtpReply> onChecked) {
    this.security = security;
    this.client = client;
    this.thread = thread;
    this.hashing = hashing;
    this.onChecked = onChecked;
  }

  public ConnectedClient client() {
    return client;
  }

  /** Returns true if mail and ETRN still need TLS or AUTH. */
  public boolean wantsMore() {
    return security.wantsMoreOf(client);
  }

  /** Returns true if STARTTLS was accepted, and its handshake is not over. */
  public boolean isUpgrading() {
    return upgrading;
  }

  /** Returns true while a password is being checked. */
  public boolean isChecking() {
    return checking;
  }

  /** Returns true if the next line is a response to a challenge, not a command. */
  public boolean expectsResponse() {
    return exchange != null;
  }

  /** Returns true if the session must end, since too many passwords were wrong. */
  public boolean hasFailedTooOften() {
    return failures >= MOST_FAILURES;
  }

  public SmtpReply startTls(boolean inTransaction) {
    // SMTP-004, and TLS-007 inside TLS
    if (!security.offersTls(client)) {
      return Replies.NOT_HERE;
    }
    // TLS-012
    if (inTransaction) {
      return Replies.NOT_NOW;
    }
    // TLS-003: the server forgets the client's state, except the ETRN count (PMDF-042, TLS-010).
    client = client.encrypted();
    upgrading = true;
    return Replies.READY_FOR_TLS;
  }

  public void encrypted() {
    upgrading = false;
  }

  /**
   * Begins an exchange.
   *
   * @param initial the initial response, or the empty string
   * @param isGreeted true after EHLO
   * @return the reply; empty while a password is being checked
   */
  public Optional<SmtpReply> auth(
      String mechanism, String initial, boolean isGreeted, boolean inTransaction) {
    // AUTH-002, and SMTP-004 where it is not offered at all
    if (!security.offersAuth(client)) {
      return Optional.of(client.identity().isPresent() ? Replies.NOT_NOW : Replies.NOT_HERE);
    }
    // AUTH-002
    if (!isGreeted || inTransaction) {
      return Optional.of(Replies.NOT_NOW);
    }
    Optional<SaslExchange> started = SaslExchange.of(mechanism);
    return started.isPresent()
        ? step(started.get(), started.get().begin(initial))
        : Optional.of(Replies.NO_MECHANISM);
  }

  /**
   * Continues the exchange.
   *
   * @return the reply; empty while a password is being checked
   */
  public Optional<SmtpReply> response(byte[] line) {
    SaslExchange current = exchange;
    return current == null
        ? Optional.empty()
        : step(current, current.response(new String(line, StandardCharsets.ISO_8859_1)));
  }

  private Optional<SmtpReply> step(SaslExchange current, SaslExchange.Step step) {
    exchange = null;
    if (step instanceof SaslExchange.Challenge challenge) {
      exchange = current;
      return Optional.of(SmtpReply.plain(334, challenge.text()));
    }
    if (step instanceof SaslExchange.Claimed claimed) {
      check(claimed.credentials());
      return Optional.empty();
    }
    return Optional.of(Replies.AUTH_ENDED);
  }

  private void check(SaslCredentials credentials) {
    checking = true;
    hashing.execute(
        () -> {
          boolean isKnown = security.users().know(credentials);
          thread.execute(() -> authenticated(credentials.name(), isKnown));
        });
  }

  private void authenticated(String name, boolean isKnown) {
    checking = false;
    if (isKnown) {
      client = client.identifiedAs(name);
    } else {
      failures++;
    }
    onChecked.accept(isKnown ? Replies.AUTHENTICATED : Replies.AUTH_FAILED);
  }
}
