package dev.etrn.server.delivery.client;

import dev.etrn.server.config.OutgoingSettings;
import dev.etrn.server.config.Security.Demand;
import dev.etrn.server.observe.LogText;
import dev.etrn.server.queue.QueuedMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a mail exchanger, that messages are sent over.
 *
 * <p>With MAIL, RCPT and DATA in one write (RFC 2920) a message costs two round trips, which is
 * what bounds it.
 */
public final class DeliveryConnection implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeliveryConnection.class);

  private final SmtpDialogue dialogue;
  private final OutgoingSettings how;
  private final boolean pipelining;

  private DeliveryConnection(SmtpDialogue dialogue, OutgoingSettings how, boolean pipelining) {
    this.dialogue = dialogue;
    this.how = how;
    this.pipelining = pipelining;
  }

  /**
   * Connects, greets, and encrypts.
   *
   * @param demand what becomes of TLS
   */
  public static DeliveryConnection open(
      InetSocketAddress exchanger,
      OutgoingSettings how,
      Demand demand,
      String ownName,
      StartTlsClient tls)
      throws IOException {
    SmtpDialogue dialogue = SmtpDialogue.open(exchanger, how.options().times());
    try {
      ServerReply ehlo = tls.greet(dialogue, ownName, demand);
      var connection = new DeliveryConnection(dialogue, how, ehlo.offers("PIPELINING"));
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
   * @param beforeContent runs once the envelope was answered, before any content is sent
   * @throws IOException when the connection broke; what became of the message is not known then
   */
  public SendResult send(QueuedMessage message, Runnable beforeContent) throws IOException {
    List<String> commands = envelope(message);
    List<ServerReply> answers =
        pipelining ? dialogue.askTogether(commands) : dialogue.askOneByOne(commands);
    return new Transaction(message, answers).finish(beforeContent);
  }

  /** Ends the session in good order; a peer that is gone by then has all it was sent. */
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
   * PMDF-007: sendetrn, once per connection, before any MAIL (CLI-024), when it is offered
   * (CLI-001); its reply is awaited (CLI-005), and whatever it says the mail goes on (CLI-013).
   */
  private void askForOwnMail(ServerReply ehlo) throws IOException {
    if (how.sendEtrn().isPresent() && ehlo.offers("ETRN")) {
      ServerReply reply = dialogue.ask("ETRN " + how.sendEtrn().get());
      log.info("ETRN {} was answered {}", how.sendEtrn().get(), LogText.of(reply.text()));
    }
  }

  private static List<String> envelope(QueuedMessage message) {
    var commands = new ArrayList<String>();
    commands.add("MAIL FROM:<" + message.sender() + ">");
    message.recipients().forEach(recipient -> commands.add("RCPT TO:<" + recipient + ">"));
    commands.add("DATA");
    return commands;
  }

  /** The second half of sending a message, once the envelope was answered. */
  private final class Transaction {
    private final QueuedMessage message;
    private final ServerReply mail;
    private final List<ServerReply> rcpts;
    private final ServerReply data;
    private final List<String> accepted = new ArrayList<>();
    private final List<String> deferred = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private String why = "";

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
        // Even when no recipient was taken, the peer now waits for content (RFC 2920 section 3.1).
        boolean wanted = !accepted.isEmpty();
        ServerReply end = dialogue.sendContent(wanted ? message.content() : new byte[0]);
        if (wanted && end.code() / 100 != 2) {
          decide(accepted, end);
        }
      } else {
        decide(accepted, data);
        SmtpDialogue.require(dialogue.ask("RSET"), "RSET");
      }
      return new SendResult(deferred, refused, why);
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
        why = answer.text();
      }
    }
  }
}
