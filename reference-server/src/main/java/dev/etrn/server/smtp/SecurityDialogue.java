package dev.etrn.server.smtp;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.auth.SaslCredentials;
import dev.etrn.server.auth.SaslExchange;
import dev.etrn.server.config.Security;
import dev.etrn.server.wire.SmtpReply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** STARTTLS and AUTH of one session: what is known of its client. */
final class SecurityDialogue {

  private static final int MOST_FAILURES = 3;

  private final Security security;
  private final Executor thread;
  private final Executor hashing;
  private final Consumer<SmtpReply> checked;
  private ConnectedClient client;
  private @Nullable SaslExchange exchange;
  private boolean upgrading;
  private boolean checking;
  private int failures;

  /**
   * @param thread runs what must go on in the session's own thread
   * @param hashing runs the check of a password, which takes long
   * @param checked gets the reply once a password was checked, in the session's thread
   */
  SecurityDialogue(
      Security security,
      ConnectedClient client,
      Executor thread,
      Executor hashing,
      Consumer<SmtpReply> checked) {
    this.security = security;
    this.client = client;
    this.thread = thread;
    this.hashing = hashing;
    this.checked = checked;
  }

  ConnectedClient client() {
    return client;
  }

  /** Whether mail and ETRN have to wait for more trust. */
  boolean wantsMore() {
    return security.wantsMoreOf(client);
  }

  /** Whether STARTTLS was accepted, and its handshake is not over. */
  boolean isUpgrading() {
    return upgrading;
  }

  /** Whether a password is being checked. */
  boolean isChecking() {
    return checking;
  }

  /** Whether the next line is a response to a challenge, and no command. */
  boolean expectsResponse() {
    return exchange != null;
  }

  /** Whether the session is to be ended, since too many passwords were wrong. */
  boolean hasFailedTooOften() {
    return failures >= MOST_FAILURES;
  }

  SmtpReply startTls(boolean inTransaction) {
    // SMTP-004, and TLS-007 inside TLS
    if (!security.offersTls(client)) {
      return Replies.NOT_HERE;
    }
    // TLS-012
    if (inTransaction) {
      return Replies.NOT_NOW;
    }
    // TLS-003: all that was learned is forgotten, but for the tally (PMDF-042, TLS-010).
    client = client.encrypted();
    upgrading = true;
    return Replies.READY_FOR_TLS;
  }

  void encrypted() {
    upgrading = false;
  }

  /**
   * Begins an exchange.
   *
   * @param isGreeted whether EHLO was said
   * @return the reply; empty while a password is being checked
   */
  Optional<SmtpReply> auth(SmtpCommand.Auth auth, boolean isGreeted, boolean inTransaction) {
    // AUTH-002, and SMTP-004 where it is not offered at all
    if (!security.offersAuth(client)) {
      return Optional.of(client.identity().isPresent() ? Replies.NOT_NOW : Replies.NOT_HERE);
    }
    // AUTH-002
    if (!isGreeted || inTransaction) {
      return Optional.of(Replies.NOT_NOW);
    }
    Optional<SaslExchange> begun = SaslExchange.of(auth.mechanism());
    return begun.isPresent()
        ? step(begun.get(), begun.get().begin(auth.initial()))
        : Optional.of(Replies.NO_MECHANISM);
  }

  /**
   * Goes on with the exchange.
   *
   * @return the reply; empty while a password is being checked
   */
  Optional<SmtpReply> response(byte[] line) {
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

  private void check(SaslCredentials given) {
    checking = true;
    hashing.execute(
        () -> {
          boolean isKnown = security.users().know(given);
          thread.execute(() -> authenticated(given.name(), isKnown));
        });
  }

  private void authenticated(String name, boolean isKnown) {
    checking = false;
    if (isKnown) {
      client = client.identifiedAs(name);
    } else {
      failures++;
    }
    checked.accept(isKnown ? Replies.AUTHENTICATED : Replies.AUTH_FAILED);
  }
}
