package dev.etrn.server.delivery.client;

import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.observe.LogText;
import dev.etrn.server.queue.QueuedMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a mail exchanger over which messages are sent.
 *
 * <p>With MAIL, RCPT and DATA in one write (RFC 2920) a message takes two round trips, which limit
 * the rate.
 */
public final class DeliveryConnection implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeliveryConnection.class);

  private final SmtpDialogue dialogue;
  private final OutgoingSettings settings;
  private final boolean pipelining;

  private DeliveryConnection(SmtpDialogue dialogue, OutgoingSettings settings, boolean pipelining) {
    this.dialogue = dialogue;
    this.settings = settings;
    this.pipelining = pipelining;
  }

  /**
   * Connects, sends EHLO, and starts TLS.
   *
   * @param demand the demand of TLS
   * @param ownName the name in EHLO
   */
  public static DeliveryConnection open(
      InetSocketAddress exchanger,
      OutgoingSettings settings,
      Demand demand,
      ClientName ownName,
      StartTlsClient tls)
      throws IOException {
    SmtpDialogue dialogue = SmtpDialogue.open(exchanger, settings.options().times());
    try {
      ServerReply ehlo = tls.greet(dialogue, ownName.at(dialogue.local()), demand);
      var connection = new DeliveryConnection(dialogue, settings, ehlo.offers("PIPELINING"));
      connection.askForOwnMail(ehlo);
      return connection;
    } catch (IOException e) {
      dialogue.close();
      throw e;
    }
  }

  /**
   * Sends one message.
   *
   * @param beforeContent the action after the replies to the envelope, before any content is sent
   * @throws IOException when the connection broke; then the fate of the message is unknown
   */
  public SendResult send(QueuedMessage message, Runnable beforeContent) throws IOException {
    List<String> commands = envelope(message);
    List<ServerReply> answers =
        pipelining ? dialogue.askTogether(commands) : dialogue.askOneByOne(commands);
    return new Transaction(message, answers).finish(beforeContent);
  }

  /** Ends the session with QUIT; a peer that is already gone has received everything. */
  public void quit() {
    try {
      ServerReply unused = dialogue.ask("QUIT");
    } catch (IOException e) {
      log.debug("QUIT was not answered: {}", LogText.of(e.getMessage()));
    }
  }

  @Override
  public void close() {
    dialogue.close();
  }

  /**
   * Sends ETRN for the keyword sendetrn (PMDF-007), once per connection, before any MAIL (CLI-024),
   * if it is offered (CLI-001); waits for the reply (CLI-005), and sends the mail whatever the
   * reply is (CLI-013).
   */
  private void askForOwnMail(ServerReply ehlo) throws IOException {
    if (settings.sendEtrn().isPresent() && ehlo.offers("ETRN")) {
      ServerReply reply = dialogue.ask("ETRN " + settings.sendEtrn().get());
      log.info("ETRN {} was answered {}", settings.sendEtrn().get(), LogText.of(reply.text()));
    }
  }

  private static List<String> envelope(QueuedMessage message) {
    var commands = new ArrayList<String>();
    commands.add("MAIL FROM:<" + message.sender() + ">");
    message.recipients().forEach(recipient -> commands.add("RCPT TO:<" + recipient + ">"));
    commands.add("DATA");
    return commands;
  }

  /** The rest of a mail transaction after the replies to the envelope. */
  private final class Transaction {
    private final QueuedMessage message;
    private final ServerReply mail;
    private final List<ServerReply> rcpts;
    private final ServerReply data;
    private final List<String> accepted = new ArrayList<>();
    private final List<String> deferred = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private String reason = "";

    Transaction(QueuedMessage message, List<ServerReply> answers) {
      this.message = message;
      this.mail = answers.get(0);
      this.rcpts = answers.subList(1, answers.size() - 1);
      this.data = answers.get(answers.size() - 1);
    }

    SendResult finish(Runnable beforeContent) throws IOException {
      sort();
      if (data.code() == 354) {
        beforeContent.run();
        // Even when no recipient was accepted, the peer now waits for content (RFC 2920 section
        // 3.1).
        boolean hasRecipients = !accepted.isEmpty();
        ServerReply end = dialogue.sendContent(hasRecipients ? message.content() : new byte[0]);
        if (hasRecipients && end.code() / 100 != 2) {
          decide(accepted, end);
        }
      } else {
        decide(accepted, data);
        SmtpDialogue.require(dialogue.ask("RSET"), "RSET");
      }
      return new SendResult(deferred, refused, reason);
    }

    private void sort() {
      for (int i = 0; i < rcpts.size(); i++) {
        ServerReply answer = mail.code() / 100 == 2 ? rcpts.get(i) : mail;
        String recipient = message.recipients().get(i);
        if (answer.code() / 100 == 2) {
          accepted.add(recipient);
        } else {
          decide(List.of(recipient), answer);
        }
      }
    }

    private void decide(List<String> recipients, ServerReply answer) {
      (answer.isPermanent() ? refused : deferred).addAll(recipients);
      if (!recipients.isEmpty()) {
        reason = answer.text();
      }
    }
  }
}
