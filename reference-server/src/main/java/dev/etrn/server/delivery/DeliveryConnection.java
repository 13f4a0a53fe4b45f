package dev.etrn.server.delivery;

import dev.etrn.server.config.Outgoing;
import dev.etrn.server.queue.QueuedMessage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a mail exchanger, as SMTP client.
 *
 * <p>On plain sockets: a run is one dialogue in one thread, and with MAIL, RCPT and DATA in one
 * write (RFC 2920) a message costs two round trips, which is what bounds it.
 */
final class DeliveryConnection implements AutoCloseable {

  private static final int LONGEST_LINE = 4096;
  private static final int CONNECT_MILLIS = 30_000;
  private static final Logger log = LoggerFactory.getLogger(DeliveryConnection.class);

  private final Socket socket = new Socket();
  private final Outgoing how;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private boolean pipelining;

  private DeliveryConnection(Outgoing how) {
    this.how = how;
  }

  /** Connects, and greets with EHLO or, when that is refused, with HELO. */
  static DeliveryConnection open(InetSocketAddress exchanger, Outgoing how, String ownName)
      throws IOException {
    var connection = new DeliveryConnection(how);
    try {
      connection.connect(exchanger);
      connection.greet(ownName);
      return connection;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Sends one message.
   *
   * @throws IOException when the connection broke; what became of the message is not known then
   */
  SendResult send(QueuedMessage message) throws IOException {
    List<String> commands = envelope(message);
    List<Answer> answers = pipelining ? together(commands) : oneByOne(commands);
    return new Transaction(message, answers).finish();
  }

  /** Ends the session in good order. */
  void quit() throws IOException {
    command("QUIT");
    read(how.commandTimeout());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing more is wanted of it.
      pipelining = false;
    }
  }

  private void connect(InetSocketAddress exchanger) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(exchanger, CONNECT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024);
  }

  private void greet(String ownName) throws IOException {
    require(read(how.commandTimeout()), "greeting");
    command("EHLO " + ownName);
    Answer ehlo = read(how.commandTimeout());
    if (ehlo.isPermanent()) {
      // CLI-003
      command("HELO " + ownName);
      require(read(how.commandTimeout()), "HELO");
    } else {
      require(ehlo, "EHLO");
      pipelining = ehlo.hasKeyword("PIPELINING");
      askForOwnMail(ehlo);
    }
  }

  /**
   * PMDF-007: sendetrn, once per connection, before any MAIL (CLI-024), when it is offered
   * (CLI-001); its reply is awaited (CLI-005), and whatever it says the mail goes on (CLI-013).
   */
  private void askForOwnMail(Answer ehlo) throws IOException {
    if (how.sendEtrn().isPresent() && ehlo.hasKeyword("ETRN")) {
      command("ETRN " + how.sendEtrn().get());
      log.info("ETRN {} was answered {}", how.sendEtrn().get(), read(how.commandTimeout()).text());
    }
  }

  private static void require(Answer answer, String what) throws IOException {
    if (answer.code() / 100 != 2) {
      throw new IOException(what + " was answered " + answer.text());
    }
  }

  private static List<String> envelope(QueuedMessage message) {
    var commands = new ArrayList<String>();
    commands.add("MAIL FROM:<" + message.sender() + ">");
    message.recipients().forEach(recipient -> commands.add("RCPT TO:<" + recipient + ">"));
    commands.add("DATA");
    return commands;
  }

  private List<Answer> together(List<String> commands) throws IOException {
    for (String command : commands) {
      out.write((command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < commands.size(); i++) {
      answers.add(read(how.commandTimeout()));
    }
    return answers;
  }

  private List<Answer> oneByOne(List<String> commands) throws IOException {
    var answers = new ArrayList<Answer>();
    for (String command : commands) {
      command(command);
      answers.add(read(how.commandTimeout()));
    }
    return answers;
  }

  private void command(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Writes what is pending, and reads one reply. */
  private Answer read(Duration timeout) throws IOException {
    out.flush();
    socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
    var lines = new ArrayList<String>();
    String line;
    do {
      line = line();
      lines.add(line);
    } while (line.length() > 3 && line.charAt(3) == '-');
    return Answer.of(lines);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    int octet;
    while ((octet = in.read()) != '\n') {
      if (octet < 0) {
        throw new IOException("the peer closed the connection");
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("the peer's reply line is too long");
      }
      if (octet != '\r') {
        line.append((char) octet);
      }
    }
    return line.toString();
  }

  /** The second half of sending a message, once the envelope was answered. */
  private final class Transaction {
    private final QueuedMessage message;
    private final Answer mail;
    private final List<Answer> rcpts;
    private final Answer data;
    private final List<String> accepted = new ArrayList<>();
    private final List<String> deferred = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private String why = "";

    Transaction(QueuedMessage message, List<Answer> answers) {
      this.message = message;
      this.mail = answers.get(0);
      this.rcpts = answers.subList(1, answers.size() - 1);
      this.data = answers.get(answers.size() - 1);
    }

    SendResult finish() throws IOException {
      sort();
      if (data.code() == 354) {
        // Even when no recipient was taken, the peer now waits for content (RFC 2920 section 3.1).
        boolean wanted = !accepted.isEmpty();
        DotStuffing.write(wanted ? message.content() : new byte[0], out);
        Answer end = read(how.finalDotTimeout());
        if (wanted && end.code() / 100 != 2) {
          decide(accepted, end);
        }
      } else {
        decide(accepted, data);
        command("RSET");
        require(read(how.commandTimeout()), "RSET");
      }
      return new SendResult(deferred, refused, why);
    }

    private void sort() {
      for (int i = 0; i < rcpts.size(); i++) {
        Answer answer = mail.code() / 100 == 2 ? rcpts.get(i) : mail;
        String recipient = message.recipients().get(i);
        if (answer.code() / 100 == 2) {
          accepted.add(recipient);
        } else {
          decide(List.of(recipient), answer);
        }
      }
    }

    private void decide(List<String> recipients, Answer answer) {
      (answer.isPermanent() ? refused : deferred).addAll(recipients);
      if (!recipients.isEmpty()) {
        why = answer.text();
      }
    }
  }
}
