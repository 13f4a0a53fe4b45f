package dev.etrn.load.exchanger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Hands the mail in that waits when a run begins, over a few connections.
 *
 * <p>One command at a time, since not every target takes them together.
 */
public final class Consignor {

  private static final int AT_ONCE = 8;
  private static final int OCTETS = 1024;

  /** Few enough for targets that count the messages of a session. */
  private static final int PER_CONNECTION = 50;

  private final InetSocketAddress target;
  private final Duration replyWithin;

  public Consignor(InetSocketAddress target, Duration replyWithin) {
    this.target = target;
    this.replyWithin = replyWithin;
  }

  /**
   * @param each how many messages for each of {@code nodes}
   * @return the tokens of all, which the target took over
   * @throws IOException when the target did not take one; its reply says why
   */
  public List<Token> fill(List<String> nodes, int each) throws IOException, InterruptedException {
    List<Token> tokens = tokens(nodes, each);
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var parts = new ArrayList<Future<?>>();
      for (int from = 0; from < tokens.size(); from += PER_CONNECTION) {
        List<Token> part = tokens.subList(from, Math.min(tokens.size(), from + PER_CONNECTION));
        parts.add(
            workers.submit(
                () -> {
                  send(part);
                  return part;
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
      return tokens;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<Token> tokens(List<String> nodes, int each) {
    var tokens = new ArrayList<Token>(nodes.size() * each);
    for (int number = 0; number < each; number++) {
      for (String node : nodes) {
        tokens.add(new Token(node, "held" + number));
      }
    }
    return tokens;
  }

  private void send(List<Token> tokens) throws IOException {
    try (var socket = new Socket()) {
      int millis = (int) Math.min(Integer.MAX_VALUE, replyWithin.toMillis());
      socket.connect(target, millis);
      socket.setSoTimeout(millis);
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      expect(in, "the greeting", 2);
      OutputStream out = socket.getOutputStream();
      ask(in, out, "EHLO client.example", 2);
      for (Token token : tokens) {
        ask(in, out, "MAIL FROM:<sender@client.example>", 2);
        ask(in, out, "RCPT TO:<inbox@" + token.node() + ">", 2);
        ask(in, out, "DATA", 3);
        out.write(token.message(OCTETS));
        ask(in, out, ".", 2);
      }
      ask(in, out, "QUIT", 2);
    }
  }

  private static void ask(InputStream in, OutputStream out, String line, int digit)
      throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    expect(in, line, digit);
  }

  private static void expect(InputStream in, String line, int digit) throws IOException {
    String reply;
    do {
      reply = line(in);
    } while (reply.length() > 3 && reply.charAt(3) == '-');
    if (!reply.startsWith(Integer.toString(digit))) {
      throw new IOException("mail cannot be handed in: " + line + " was answered '" + reply + "'");
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int octet;
    while ((octet = in.read()) != '\n') {
      if (octet < 0 || line.size() > 4096) {
        throw new IOException("mail cannot be handed in: the target closed the connection");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }
}
