package dev.etrn.server.delivery.client;

import dev.etrn.server.config.OutgoingOptions.Times;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Commands and replies over one connection to a server, as SMTP client; for one thread, which may
 * be interrupted.
 *
 * <p>A reply has to come as a whole within its time, and a peer that takes no more octets is left
 * after its time too, so that no peer keeps a thread for ever.
 */
final class SmtpDialogue implements AutoCloseable {

  /** The server ends the connection, whatever was asked (RFC 5321 section 3.8). */
  private static final int CLOSING = 421;

  private static final int LONGEST_LINE = 4096;
  private static final int MOST_LINES = 1000;
  private static final int CONNECT_MILLIS = 30_000;
  private static final int BLOCK = 32 * 1024;

  /** A channel's socket, since a thread that waits on a plain one cannot be interrupted. */
  private final SocketChannel channel;

  private final Deadline deadline;
  private final Times times;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();

  private SmtpDialogue(Times times) throws IOException {
    this.times = times;
    this.channel = SocketChannel.open();
    this.deadline = new Deadline(this::close);
  }

  /** Connects, and reads the greeting. */
  static SmtpDialogue open(InetSocketAddress server, Times times) throws IOException {
    var dialogue = new SmtpDialogue(times);
    try {
      dialogue.connect(server);
      require(dialogue.read(times.command()), "the connection");
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
   * @throws GreetingRefusedException when neither is accepted, and the connection stands
   */
  ServerReply greet(String ownName) throws IOException {
    ServerReply ehlo = ask("EHLO " + ownName);
    ServerReply greeted = ehlo.isPermanent() ? ask("HELO " + ownName) : ehlo;
    if (greeted.code() / 100 != 2 && greeted.code() != CLOSING) {
      throw new GreetingRefusedException(ownName, ehlo.text());
    }
    require(greeted, "EHLO");
    return ehlo;
  }

  /** The address of this end. */
  InetAddress local() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getAddress();
  }

  /** Sends one command, and waits for its reply. */
  ServerReply ask(String command) throws IOException {
    write(command);
    return read(times.forReplyTo(command));
  }

  /** Sends commands in one write (RFC 2920), and waits for as many replies. */
  List<ServerReply> askTogether(List<String> commands) throws IOException {
    for (String command : commands) {
      write(command);
    }
    var answers = new ArrayList<ServerReply>();
    for (String command : commands) {
      answers.add(read(times.forReplyTo(command)));
    }
    return answers;
  }

  /** Sends commands one after the other. */
  List<ServerReply> askOneByOne(List<String> commands) throws IOException {
    var answers = new ArrayList<ServerReply>();
    for (String command : commands) {
      answers.add(ask(command));
    }
    return answers;
  }

  /** Sends content with its final dot, and waits for the reply. */
  ServerReply sendContent(byte[] content) throws IOException {
    DotStuffing.write(content, out);
    return read(times.finalDot());
  }

  /**
   * Encrypts what follows, after 220 to STARTTLS.
   *
   * @throws TlsFailureException when the handshake does not succeed; the dialogue is of no use then
   */
  void encrypt(SSLSocketFactory factory) throws TlsFailureException {
    try {
      if (in.available() > 0) {
        // RFC 3207 section 6: what came in the clear must not be read as if it came encrypted.
        throw new TlsFailureException("the peer sent something behind its reply to STARTTLS");
      }
      var peer = (InetSocketAddress) channel.getRemoteAddress();
      var socket =
          (SSLSocket)
              factory.createSocket(channel.socket(), peer.getHostString(), peer.getPort(), true);
      SSLSocket secure =
          deadline.within(
              times.command(),
              "the handshake did not end",
              () -> {
                socket.startHandshake();
                return socket;
              });
      over(secure.getInputStream(), secure.getOutputStream());
    } catch (TlsFailureException e) {
      throw e;
    } catch (IOException e) {
      throw new TlsFailureException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing more is wanted of it.
      out = OutputStream.nullOutputStream();
    }
  }

  static void require(ServerReply answer, String what) throws IOException {
    if (answer.code() / 100 != 2) {
      throw new IOException(what + " was answered " + answer.text());
    }
  }

  private void connect(InetSocketAddress server) throws IOException {
    channel.socket().setTcpNoDelay(true);
    channel.socket().connect(server, CONNECT_MILLIS);
    over(channel.socket().getInputStream(), channel.socket().getOutputStream());
  }

  private void over(InputStream from, OutputStream to) {
    in = new BufferedInputStream(from);
    out = new BufferedOutputStream(new TimedOutputStream(to, deadline, times.data(), BLOCK), BLOCK);
  }

  private void write(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Writes what is pending, and reads one reply. */
  private ServerReply read(Duration atMost) throws IOException {
    out.flush();
    return deadline.within(atMost, "no reply came", this::reply);
  }

  private ServerReply reply() throws IOException {
    var lines = new ArrayList<String>();
    String line;
    do {
      line = line();
      lines.add(line);
      if (lines.size() > MOST_LINES) {
        throw new IOException("the peer's reply has too many lines");
      }
    } while (line.length() > 3 && line.charAt(3) == '-');
    return ServerReply.of(lines);
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
