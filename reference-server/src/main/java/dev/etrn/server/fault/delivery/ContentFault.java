package dev.etrn.server.fault.delivery;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** The faults in the header and body of outgoing messages; each character is one octet. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum ContentFault implements Fault {
  DOES_NOT_DOUBLE_DOTS(
      GRAVE,
      "does not double the dot that a line begins with",
      // The exchanger removes one dot, and takes a single dot for the end.
      content -> content.replaceAll("(?s)(?<=\r\n)\\.\r\n.*", "").replaceAll("(?<=\r\n)\\.", ""),
      "SMTP-037",
      "SMTP-040"),
  DOUBLES_DOTS_TWICE(
      GRAVE,
      "sends the dot that a line begins with three times",
      content -> content.replaceAll("(?<=\r\n)\\.", ".."),
      "SMTP-037",
      "SMTP-040"),
  REWRITES_SUBJECTS(
      GRAVE,
      "adds a tag to the subject",
      content -> content.replaceFirst("(?mi)^Subject: ?", "Subject: [partner] "),
      "SMTP-037"),
  /** RFC 5321 section 6.4 forbids a relay to change header fields; but the reader loses nothing. */
  REMOVES_PRIVATE_FIELDS(
      PLAIN,
      "removes header fields that begin with X-",
      ContentFault::withoutPrivateFields,
      "SMTP-037"),
  STRIPS_THE_EIGHTH_BIT(
      GRAVE,
      "sends only seven bits of each octet",
      content ->
          content
              .chars()
              .map(octet -> octet & 0x7F)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString(),
      "SMTP-037",
      "SMTP-041");

  private final FaultDescription<UnaryOperator<String>> described;

  ContentFault(Harm harm, String sentence, UnaryOperator<String> change, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, change, breaks);
  }

  @Override
  public FaultDescription<UnaryOperator<String>> described() {
    return described;
  }

  public WaitingMessages applied(MessageStore store) {
    return new AlteredMessages(store) {
      @Override
      public List<QueuedMessage> claim(String node, int limit) {
        return super.claim(node, limit).stream().map(ContentFault.this::changed).toList();
      }
    };
  }

  private QueuedMessage changed(QueuedMessage message) {
    String content = new String(message.content(), StandardCharsets.ISO_8859_1);
    return new QueuedMessage(
        message.id(),
        message.arrived(),
        message.channel(),
        message.node(),
        message.sender(),
        message.recipients(),
        described.behaviour().apply(content).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String withoutPrivateFields(String content) {
    int end = content.indexOf("\r\n\r\n");
    String header = end < 0 ? "" : content.substring(0, end + 2);
    return header.replaceAll("(?mi)^X-.*\r\n([ \t].*\r\n)*", "")
        + content.substring(header.length());
  }
}
