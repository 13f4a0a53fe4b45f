package dev.etrn.server.fault;

import dev.etrn.server.delivery.QueueRuns;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Faults in what a queue gives to its runs, and in when it gives it. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum QueueFault implements Fault {
  DELIVERS_AGAIN_LATER(
      "delivers every message again some time after it was delivered",
      RepeatedMessages::new,
      RepeatedMessages::runs,
      "SMTP-037"),
  STOPS_AT_A_DEFERRED_MESSAGE(
      "ends a run at the first message that the exchanger defers",
      OneByOneMessages::new,
      UnaryOperator.identity(),
      "DECL-003",
      "ETRN-021"),
  IGNORES_WHAT_FOLLOWS_SOON(
      "answers a request that follows another one soon, and does nothing",
      MeddledMessages::new,
      SpacedRuns::new,
      "DECL-003",
      "ETRN-021",
      "ETRN-056"),
  FORGETS_THE_SECOND_RECIPIENT(
      "delivers a message to the first of its recipients alone",
      altered(message -> message.withRecipients(message.recipients().subList(0, 1))),
      UnaryOperator.identity(),
      "DECL-003",
      "SMTP-037",
      "ETRN-021"),
  REMOVES_LEADING_DOTS(
      "removes a dot at the beginning of a line",
      altered(message -> rewritten(message, text -> text.replace("\r\n.", "\r\n"))),
      UnaryOperator.identity(),
      "SMTP-040",
      "SMTP-037"),
  CLEARS_THE_EIGHTH_BIT(
      "makes 7-bit octets of all that it delivers",
      altered(message -> rewritten(message, QueueFault::sevenBit)),
      UnaryOperator.identity(),
      "SMTP-041",
      "SMTP-037"),
  REWRITES_THE_SUBJECT(
      "puts a mark before the subject of every message",
      altered(message -> rewritten(message, text -> text.replace("Subject: ", "Subject: [held] "))),
      UnaryOperator.identity(),
      "SMTP-037");

  /**
   * What a fault changes.
   *
   * @param messages what runs see of the queue
   * @param runs the runs that ETRN asks for
   */
  record Behaviour(
      Function<MessageStore, WaitingMessages> messages, UnaryOperator<QueueRuns> runs) {}

  private final Described<Behaviour> described;

  QueueFault(
      String sentence,
      Function<MessageStore, WaitingMessages> messages,
      UnaryOperator<QueueRuns> runs,
      String... breaks) {
    this.described = Described.of(sentence, new Behaviour(messages, runs), breaks);
  }

  WaitingMessages applied(MessageStore store) {
    return described.behaviour().messages().apply(store);
  }

  QueueRuns applied(QueueRuns correct) {
    return described.behaviour().runs().apply(correct);
  }

  @Override
  public Described<Behaviour> described() {
    return described;
  }

  private static Function<MessageStore, WaitingMessages> altered(
      UnaryOperator<QueuedMessage> change) {
    return store ->
        new MeddledMessages(store) {
          @Override
          public List<QueuedMessage> claim(String node, int most) {
            return super.claim(node, most).stream().map(change).toList();
          }
        };
  }

  private static QueuedMessage rewritten(QueuedMessage message, UnaryOperator<String> change) {
    String text = new String(message.content(), StandardCharsets.ISO_8859_1);
    return new QueuedMessage(
        message.id(),
        message.arrived(),
        message.channel(),
        message.node(),
        message.sender(),
        message.recipients(),
        change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String sevenBit(String text) {
    var out = new StringBuilder();
    text.chars().forEach(octet -> out.append((char) (octet & 0x7F)));
    return out.toString();
  }
}
