package dev.etrn.server.fault.delivery;

import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The faults in which messages a queue gives to its runs, and when. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum QueueFault implements Fault {
  DELIVERS_AGAIN_LATER(
      Harm.GRAVE,
      "delivers every message again some time after it was delivered",
      RepeatedMessages::new,
      RepeatedMessages::runs,
      "SMTP-037",
      "ETRN-021"),
  STOPS_AT_A_DEFERRED_MESSAGE(
      Harm.GRAVE,
      "ends a run at the first message that the exchanger defers",
      SerialMessages::new,
      UnaryOperator.identity(),
      "DECL-003",
      "ETRN-021"),
  IGNORES_WHAT_FOLLOWS_SOON(
      Harm.GRAVE,
      "accepts a request that follows another one soon, and runs nothing",
      AlteredMessages::new,
      ThrottledQueueRunner::new,
      "DECL-003",
      "ETRN-021",
      "ETRN-056"),
  FORGETS_THE_SECOND_RECIPIENT(
      Harm.GRAVE,
      "delivers a message only to the first of its recipients",
      altered(message -> message.withRecipients(message.recipients().subList(0, 1))),
      UnaryOperator.identity(),
      "DECL-003",
      "SMTP-037",
      "ETRN-021");

  /**
   * The behaviour of a fault.
   *
   * @param messages the queue as runs see it
   * @param runs the queue runner for ETRN requests
   */
  record Behaviour(
      Function<MessageStore, WaitingMessages> messages, UnaryOperator<QueueRunner> runs) {}

  private final FaultDescription<Behaviour> described;

  QueueFault(
      Harm harm,
      String sentence,
      Function<MessageStore, WaitingMessages> messages,
      UnaryOperator<QueueRunner> runs,
      String... breaks) {
    this.described = FaultDescription.of(harm, sentence, new Behaviour(messages, runs), breaks);
  }

  public WaitingMessages applied(MessageStore store) {
    return described.behaviour().messages().apply(store);
  }

  public QueueRunner applied(QueueRunner correct) {
    return described.behaviour().runs().apply(correct);
  }

  @Override
  public FaultDescription<Behaviour> described() {
    return described;
  }

  private static Function<MessageStore, WaitingMessages> altered(
      UnaryOperator<QueuedMessage> change) {
    return store ->
        new AlteredMessages(store) {
          @Override
          public List<QueuedMessage> claim(String node, int limit) {
            return super.claim(node, limit).stream().map(change).toList();
          }
        };
  }
}
