package dev.etrn.server.fault.delivery;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.NONE;

import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The faults in which messages are delivered, and to whom. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum DeliveryFault implements Fault {
  LOSES_MESSAGES(
      GRAVE,
      "loses the first message of every run",
      LostFirstMessages::new,
      "DECL-003",
      "SMTP-037",
      "ETRN-021",
      "ETRN-045",
      "ETRN-047",
      "ETRN-052",
      "ETRN-057",
      "ETRN-061"),
  LOSES_ONE_IN_FIVE(
      GRAVE,
      "loses one message in five",
      LostFifthMessages::new,
      "SMTP-037",
      "ETRN-021",
      "ETRN-045",
      "ETRN-047",
      "ETRN-052",
      "ETRN-057",
      "ETRN-061",
      "DECL-003"),
  SENDS_ONE_MESSAGE_PER_CONNECTION(
      NONE, "makes a connection for each message", AlteredMessages::new),
  DOUBLES_MESSAGES(
      GRAVE, "delivers every message twice", DoubledMessages::new, "SMTP-037", "ETRN-057"),
  CHANGES_MESSAGES(
      GRAVE,
      "adds a line to every message",
      store ->
          new AlteredMessages(store) {
            @Override
            public List<QueuedMessage> claim(String node, int limit) {
              return super.claim(node, limit).stream().map(DeliveryFault::changed).toList();
            }
          },
      "SMTP-037"),
  MISROUTES_MESSAGES(
      GRAVE,
      "delivers messages for other recipients than theirs",
      store ->
          new AlteredMessages(store) {
            @Override
            public List<QueuedMessage> claim(String node, int limit) {
              return super.claim(node, limit).stream()
                  .map(message -> message.withRecipients(List.of("postmaster@" + node)))
                  .toList();
            }
          },
      "SMTP-037",
      "DECL-003"),
  DROPS_WHAT_FAILED(
      GRAVE,
      "drops a message when its delivery fails for the first time",
      store ->
          new AlteredMessages(store) {
            @Override
            public void release(QueuedMessage message, List<String> recipients) {
              settle(message);
            }
          },
      "SMTP-037",
      "DECL-003"),
  DELIVERS_SOMEONE_ELSES(
      GRAVE,
      "delivers mail of other nodes over the same connection",
      store ->
          new AlteredMessages(store) {
            @Override
            public List<QueuedMessage> claim(String node, int limit) {
              var claimed = new ArrayList<QueuedMessage>(super.claim(node, limit));
              store
                  .nodes(new QueueSelection.Everything())
                  .forEach(other -> claimed.addAll(super.claim(other, limit)));
              return claimed;
            }
          },
      "DECL-005",
      "ETRN-018",
      "ETRN-048",
      "ETRN-049",
      "SEC-007",
      "PMDF-009"),
  GOES_TO_THE_ASKER(
      GRAVE,
      "delivers to the address that ETRN came from",
      AlteredMessages::new,
      "DECL-003",
      "ETRN-023",
      "ETRN-021",
      "ETRN-045",
      "ETRN-047",
      "ETRN-052",
      "ETRN-057",
      "ETRN-061",
      "SMTP-037");

  private final FaultDescription<Function<MessageStore, WaitingMessages>> described;

  DeliveryFault(
      Harm harm,
      String sentence,
      Function<MessageStore, WaitingMessages> change,
      String... breaks) {
    this.described = FaultDescription.of(harm, sentence, change, breaks);
  }

  public WaitingMessages applied(MessageStore store) {
    return described.behaviour().apply(store);
  }

  @Override
  public FaultDescription<Function<MessageStore, WaitingMessages>> described() {
    return described;
  }

  private static QueuedMessage changed(QueuedMessage message) {
    byte[] more = "And another thing.\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] content =
        java.util.Arrays.copyOf(message.content(), message.content().length + more.length);
    System.arraycopy(more, 0, content, message.content().length, more.length);
    return new QueuedMessage(
        message.id(),
        message.arrived(),
        message.channel(),
        message.node(),
        message.sender(),
        message.recipients(),
        content);
  }
}
