package dev.etrn.server.delivery;

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

/** Commands and replies over one connection to a server, as SMTP client; for one thread. */
final class SmtpDialogue implements AutoCloseable {

  private static final int LONGEST_LINE = 4096;
  private static final int MOST_LINES = 1000;
  private static final int CONNECT_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private final Duration timeout;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();

  private SmtpDialogue(Duration timeout) {
    this.timeout = timeout;
  }

  /**
   * Connects, and reads the greeting.
   *
   * @param timeout for the reply to any command (CLI-019)
   */
  static SmtpDialogue open(InetSocketAddress server, Duration timeout) throws IOException {
    var dialogue = new SmtpDialogue(timeout);
    try {
      dialogue.connect(server);
      require(dialogue.read(), "the connection");
      return dialogue;
    } catch (IOException e) {
      dialogue.close();
      throw e;
    }
  }

  /**
   * Says who we are, with EHLO or, when that is refused, with HELO (CLI-003).
   *
   * @return the reply to EHLO, which offers nothing after HELO
   */
  Answer greet(String ownName) throws IOException {
    Answer ehlo = ask("EHLO " + ownName);
    if (ehlo.isPermanent()) {
      require(ask("HELO " + ownName), "HELO");
    } else {
      require(ehlo, "EHLO");
    }
    return ehlo;
  }

  /** Sends one command, and waits for its reply. */
  Answer ask(String command) throws IOException {
    write(command);
    return read();
  }

  /** Sends commands in one write (RFC 2920), and waits for as many replies. */
  List<Answer> askTogether(List<String> commands) throws IOException {
    for (String command : commands) {
      write(command);
    }
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < commands.size(); i++) {
      answers.add(read());
    }
    return answers;
  }

  /** Sends commands one after the other. */
  List<Answer> askOneByOne(List<String> commands) throws IOException {
    var answers = new ArrayList<Answer>();
    for (String command : commands) {
      answers.add(ask(command));
    }
    return answers;
  }

  /** Sends content with its final dot, and waits for the reply. */
  Answer sendContent(byte[] content, Duration atMost) throws IOException {
    DotStuffing.write(content, out);
    return read(atMost);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing more is wanted of it.
      out = OutputStream.nullOutputStream();
    }
  }

  static void require(Answer answer, String what) throws IOException {
    if (answer.code() / 100 != 2) {
      throw new IOException(what + " was answered " + answer.text());
    }
  }

  private void connect(InetSocketAddress server) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(server, CONNECT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024);
  }

  private void write(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private Answer read() throws IOException {
    return read(timeout);
  }

  /** Writes what is pending, and reads one reply. */
  private Answer read(Duration atMost) throws IOException {
    out.flush();
    socket.setSoTimeout(Math.toIntExact(atMost.toMillis()));
    var lines = new ArrayList<String>();
    String line;
    do {
      line = line();
      lines.add(line);
      if (lines.size() > MOST_LINES) {
        throw new IOException("the peer's reply has too many lines");
      }
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
}
