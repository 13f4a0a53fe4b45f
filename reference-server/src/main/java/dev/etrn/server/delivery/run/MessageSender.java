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

/** Sends what a run has claimed over one connection, oldest first, until nothing is left. */
final class MessageSender {

  private static final Logger log = LoggerFactory.getLogger(MessageSender.class);
  private static final int BATCH = 20;
  private static final String IN_CIRCLES =
      "5.4.6 the message goes in circles: it has more than " + HopCount.MOST + " Received fields";

  /** How a connection ended. */
  enum Outcome {
    DONE,
    /** It had its share of messages. */
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

  /** Of the last message that is done with. */
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

  /** Sends up to {@code most} messages; what did not go is with the claims again afterwards. */
  Outcome over(DeliveryConnection connection, int most) {
    try {
      boolean all = send(connection, most);
      connection.quit();
      return all ? Outcome.DONE : Outcome.MORE;
    } catch (IOException e) {
      log.info("the connection toward {} broke: {}", node, LogText.of(e.getMessage()));
      error = String.valueOf(e.getMessage());
      return Outcome.BROKEN;
    } finally {
      settled.join();
      claims.putBack(batch.subList(sent, batch.size()));
    }
  }

  /** Reports all that waits to its senders, since it can never be delivered. */
  void giveUp(String why) {
    while (!closing.getAsBoolean()) {
      List<QueuedMessage> some = claims.next(BATCH);
      if (some.isEmpty()) {
        return;
      }
      for (QueuedMessage message : some) {
        settle(message, new SendResult(List.of(), message.recipients(), why));
        settled.join();
      }
    }
  }

  /** The last that went wrong; empty when nothing did. */
  String error() {
    return error;
  }

  /** Whether nothing more is to be sent now; otherwise the connection had its share (PMDF-019). */
  private boolean send(DeliveryConnection connection, int most) throws IOException {
    for (int left = most; left > 0; left -= batch.size()) {
      batch = List.of();
      sent = 0;
      batch = claims.next(Math.min(left, BATCH));
      if (batch.isEmpty()) {
        return true;
      }
      while (sent < batch.size()) {
        if (closing.getAsBoolean()) {
          return true;
        }
        QueuedMessage message = batch.get(sent);
        // The disk works while the envelope is on its way; but the peer is given no message whole
        // before its last one is gone, so that a crash repeats one of each connection at most
        // (SMTP-037).
        SendResult result =
            HopCount.areTooMany(message.content())
                ? new SendResult(List.of(), message.recipients(), IN_CIRCLES)
                : connection.send(message, settled::join);
        sent++;
        settle(message, result);
      }
    }
    return false;
  }

  private void settle(QueuedMessage message, SendResult result) {
    boolean told = result.refused().isEmpty() || refused(message, result);
    observer.messageSent(result.observed());
    if (!result.why().isEmpty()) {
      error = result.why();
    }
    if (!result.deferred().isEmpty()) {
      claims.defer(message.withRecipients(result.deferred()));
    } else if (told) {
      settled = queue.settling(message);
    } else {
      queue.fail(message.withRecipients(result.refused()), result.why());
    }
  }

  private boolean refused(QueuedMessage message, SendResult result) {
    log.warn(
        "message {} was refused for {} of its recipients: {}",
        message.id(),
        result.refused().size(),
        LogText.of(result.why()));
    return reports.report(message, result.refused(), result.why());
  }
}
