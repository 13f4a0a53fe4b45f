package dev.etrn.server.delivery.client;

import dev.etrn.server.config.channel.OutgoingOptions.Times;
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
 * The commands and replies of an SMTP client over one connection; for one thread, which may be
 * interrupted.
 *
 * <p>A complete reply has to arrive within its timeout, and a peer that accepts no more octets is
 * dropped after its timeout too, so that no peer blocks a thread forever.
 */
final class SmtpDialogue implements AutoCloseable {

  /**
   * The code with which a server ends the connection, whatever the command (RFC 5321 section 3.8).
   */
  private static final int CLOSING = 421;

  private static final int LONGEST_LINE = 4096;
  private static final int MOST_LINES = 1000;
  private static final int CONNECT_MILLIS = 30_000;
  private static final int BLOCK = 32 * 1024;

  /** The channel of the socket: a thread that waits on a plain socket cannot be interrupted. */
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
   * Sends EHLO or, if that is refused, HELO (CLI-003).
   *
   * @return the reply to EHLO, which offers nothing after HELO
   * @throws GreetingRefusedException when both are refused, and the connection stays open
   */
  ServerReply greet(String ownName) throws IOException {
    ServerReply ehlo = ask("EHLO " + ownName);
    ServerReply greeting = ehlo.isPermanent() ? ask("HELO " + ownName) : ehlo;
    if (greeting.code() / 100 != 2 && greeting.code() != CLOSING) {
      throw new GreetingRefusedException(ownName, ehlo.text());
    }
    require(greeting, "EHLO");
    return ehlo;
  }

  /** Returns the address of this end. */
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
   * Starts TLS, after 220 to STARTTLS.
   *
   * @throws TlsFailureException when the handshake fails; then the dialogue is unusable
   */
  void encrypt(SSLSocketFactory factory) throws TlsFailureException {
    try {
      if (in.available() > 0) {
        // RFC 3207 section 6: input in the clear must not be read as if it were encrypted.
        throw new TlsFailureException("the peer sent more octets after its reply to STARTTLS");
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
      useStreams(secure.getInputStream(), secure.getOutputStream());
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
      // The connection is not needed any more.
      out = OutputStream.nullOutputStream();
    }
  }

  static void require(ServerReply answer, String command) throws IOException {
    if (answer.code() / 100 != 2) {
      throw new IOException(command + " was answered " + answer.text());
    }
  }

  private void connect(InetSocketAddress server) throws IOException {
    channel.socket().setTcpNoDelay(true);
    channel.socket().connect(server, CONNECT_MILLIS);
    useStreams(channel.socket().getInputStream(), channel.socket().getOutputStream());
  }

  private void useStreams(InputStream input, OutputStream output) {
    in = new BufferedInputStream(input);
    out =
        new BufferedOutputStream(
            new TimedOutputStream(output, deadline, times.data(), BLOCK), BLOCK);
  }

  private void write(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Writes pending commands, and reads one reply. */
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
