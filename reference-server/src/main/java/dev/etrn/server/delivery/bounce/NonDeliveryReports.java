package dev.etrn.server.delivery.bounce;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.wire.MailDate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sender of non-delivery reports (RFC 3464). They have the null sender, so that no report
 * causes another.
 *
 * <p>A report contains the header of the message, not its body.
 */
public final class NonDeliveryReports implements NonDeliveryNotifier {

  private static final Logger log = LoggerFactory.getLogger(NonDeliveryReports.class);
  private static final String BOUNDARY = "=_etrn-report";

  private final Supplier<ServerConfig> config;
  private final MessageQueue queue;
  private final Clock clock;

  public NonDeliveryReports(Supplier<ServerConfig> config, MessageQueue queue, Clock clock) {
    this.config = config;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public boolean report(QueuedMessage message, List<String> refused, String reason) {
    int atSign = message.sender().lastIndexOf('@');
    if (atSign < 0) {
      return false;
    }
    String domain = message.sender().substring(atSign + 1).toLowerCase(Locale.ROOT);
    Optional<Channel> channel = config.get().routing().channelFor(domain);
    if (channel.isEmpty()) {
      log.warn("no report for message {}: its sender's domain has no channel", message.id());
      return false;
    }
    var destination =
        new IncomingMessage.Destination(channel.get().name(), domain, List.of(message.sender()));
    byte[] content = text(message, refused, reason).getBytes(StandardCharsets.ISO_8859_1);
    try {
      queue.enqueue(new IncomingMessage("", List.of(destination), content)).join();
      return true;
    } catch (CompletionException e) {
      log.warn("no report for message {}", message.id(), e);
      return false;
    }
  }

  private String text(QueuedMessage message, List<String> refused, String reason) {
    String now = MailDate.of(ZonedDateTime.now(clock));
    var out = new StringBuilder();
    String ownName = config.get().hostName();
    header(message, ownName, now, out);
    part("text/plain; charset=us-ascii", out);
    out.append("This message could not be delivered to:\r\n\r\n");
    refused.forEach(recipient -> out.append("  <").append(recipient).append(">\r\n"));
    out.append("\r\nThe reason is:\r\n\r\n  ").append(oneLine(reason)).append("\r\n");
    part("message/delivery-status", out);
    out.append("Reporting-MTA: dns; ").append(ownName).append("\r\n");
    for (String recipient : refused) {
      out.append("\r\nFinal-Recipient: rfc822; ").append(recipient).append("\r\n");
      out.append("Action: failed\r\nStatus: ").append(status(reason)).append("\r\n");
      out.append("Diagnostic-Code: ").append(isReply(reason) ? "smtp; " : "x-local; ");
      out.append(oneLine(reason)).append("\r\n");
    }
    part("text/rfc822-headers", out);
    out.append(headerOf(message)).append("\r\n--").append(BOUNDARY).append("--\r\n");
    return out.toString();
  }

  private static void header(QueuedMessage message, String ownName, String now, StringBuilder out) {
    out.append("From: Mail Delivery System <postmaster@").append(ownName).append(">\r\n");
    out.append("To: <").append(message.sender()).append(">\r\n");
    out.append("Subject: Undeliverable mail\r\nDate: ").append(now).append("\r\n");
    out.append("Message-ID: <").append(message.id()).append(".report@");
    out.append(ownName).append(">\r\nAuto-Submitted: auto-replied\r\n");
    out.append("MIME-Version: 1.0\r\nContent-Type: multipart/report; ");
    out.append("report-type=delivery-status;\r\n\tboundary=\"").append(BOUNDARY).append("\"\r\n");
  }

  private static void part(String type, StringBuilder out) {
    out.append("\r\n--").append(BOUNDARY).append("\r\nContent-Type: ").append(type);
    out.append("\r\n\r\n");
  }

  /** Returns true if the reason is an exchanger's reply, false if it is the server's own. */
  private static boolean isReply(String reason) {
    return reason.matches("(?s)[2-5][0-9]{2}(?:[ -].*)?");
  }

  /** Returns the enhanced status code in the reason, or 5.0.0 when it has none. */
  private static String status(String reason) {
    for (String word : reason.split("[ -]")) {
      if (word.matches("[45]\\.\\d{1,3}\\.\\d{1,3}")) {
        return word;
      }
    }
    return "5.0.0";
  }

  private static String headerOf(QueuedMessage message) {
    String content = new String(message.content(), StandardCharsets.ISO_8859_1);
    int end = content.indexOf("\r\n\r\n");
    return end < 0 ? content : content.substring(0, end + 2);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[^\\x20-\\x7E]", "?");
    return line.length() <= 400 ? line : line.substring(0, 400);
  }
}
