package dev.etrn.server.delivery.run;

import dev.etrn.server.delivery.bounce.NonDeliveryNotifier;
import dev.etrn.server.delivery.client.DeliveryConnection;
import dev.etrn.server.delivery.client.SendResult;
import dev.etrn.server.observe.LogText;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sender of a run's claimed messages over one connection, oldest first, until none is left. */
final class MessageSender {

  private static final Logger log = LoggerFactory.getLogger(MessageSender.class);
  private static final int BATCH = 20;
  private static final String MAIL_LOOP =
      "5.4.6 mail loop: the message has more than " + HopCount.MOST + " Received fields";

  /** The end of a connection. */
  enum Outcome {
    DONE,
    /** The connection reached its limit of messages. */
    MORE,
    BROKEN
  }

  private final WaitingMessages queue;
  private final ClaimedMessages claims;
  private final NonDeliveryNotifier reports;
  private final ServerObserver observer;
  private final String node;
  private final BooleanSupplier closing;
  private List<QueuedMessage> batch = List.of();
  private int sent;
  private String error = "";

  /** The completion of the last settled message. */
  private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

  MessageSender(
      WaitingMessages queue,
      ClaimedMessages claims,
      NonDeliveryNotifier reports,
      ServerObserver observer,
      String node,
      BooleanSupplier closing) {
    this.queue = queue;
    this.claims = claims;
    this.reports = reports;
    this.observer = observer;
    this.node = node;
    this.closing = closing;
  }

  /** Sends up to {@code limit} messages; unsent ones are put back to the claims afterwards. */
  Outcome sendOver(DeliveryConnection connection, int limit) {
    try {
      boolean isDone = send(connection, limit);
      connection.quit();
      return isDone ? Outcome.DONE : Outcome.MORE;
    } catch (IOException e) {
      log.info("the connection toward {} broke: {}", node, LogText.of(e.getMessage()));
      error = String.valueOf(e.getMessage());
      return Outcome.BROKEN;
    } finally {
      settled.join();
      claims.putBack(batch.subList(sent, batch.size()));
    }
  }

  /** Returns all waiting messages to their senders, since they can never be delivered. */
  void returnAll(String reason) {
    while (!closing.getAsBoolean()) {
      List<QueuedMessage> messages = claims.next(BATCH);
      if (messages.isEmpty()) {
        return;
      }
      for (QueuedMessage message : messages) {
        settle(message, new SendResult(List.of(), message.recipients(), reason));
        settled.join();
      }
    }
  }

  /** Returns the last error; empty when there was none. */
  String error() {
    return error;
  }

  /**
   * Returns true if no message is left to send now; false if the connection reached its limit
   * (PMDF-019).
   */
  private boolean send(DeliveryConnection connection, int limit) throws IOException {
    for (int remaining = limit; remaining > 0; remaining -= batch.size()) {
      batch = List.of();
      sent = 0;
      batch = claims.next(Math.min(remaining, BATCH));
      if (batch.isEmpty()) {
        return true;
      }
      while (sent < batch.size()) {
        if (closing.getAsBoolean()) {
          return true;
        }
        QueuedMessage message = batch.get(sent);
        // The disk writes while the envelope is on its way; but the previous message leaves the
        // queue before the content of this one is sent, so that a crash repeats at most one
        // message for each connection (SMTP-037).
        SendResult result =
            HopCount.isLoop(message.content())
                ? new SendResult(List.of(), message.recipients(), MAIL_LOOP)
                : connection.send(message, settled::join);
        sent++;
        settle(message, result);
      }
    }
    return false;
  }

  private void settle(QueuedMessage message, SendResult result) {
    boolean isReported = result.refused().isEmpty() || report(message, result);
    observer.messageSent(result.observed());
    if (!result.reason().isEmpty()) {
      error = result.reason();
    }
    if (!result.deferred().isEmpty()) {
      claims.defer(message.withRecipients(result.deferred()));
    } else if (isReported) {
      settled = queue.settling(message);
    } else {
      queue.fail(message.withRecipients(result.refused()), result.reason());
    }
  }

  private boolean report(QueuedMessage message, SendResult result) {
    log.warn(
        "message {} was refused for {} of its recipients: {}",
        message.id(),
        result.refused().size(),
        LogText.of(result.reason()));
    return reports.report(message, result.refused(), result.reason());
  }
}
