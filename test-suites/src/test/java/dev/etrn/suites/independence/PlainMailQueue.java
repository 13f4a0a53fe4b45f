package dev.etrn.suites.independence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The mail queue of the plain server; one thread delivers, with a connection for each message. */
final class PlainMailQueue implements AutoCloseable {

  /** A message for one recipient; the text has its dots as they came. */
  record Letter(String sender, String recipient, String dottedText) {
    String node() {
      return recipient.substring(recipient.indexOf('@') + 1).toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final int TIMEOUT_MILLIS = 10_000;

  private final InetSocketAddress exchanger;
  private final List<Letter> waiting = new ArrayList<>();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Duration delay;
  private final ScheduledExecutorService carrier = Executors.newSingleThreadScheduledExecutor();

  /**
   * @param delay the time before released mail is delivered
   */
  PlainMailQueue(InetSocketAddress exchanger, Duration delay) {
    this.exchanger = exchanger;
    this.delay = delay;
  }

  void take(Letter letter) {
    synchronized (waiting) {
      waiting.add(letter);
    }
  }

  void release(Predicate<String> nodes) {
    later(() -> letters(nodes).forEach(this::carry));
  }

  /** Releases mail unless the same request is still under way; returns false in that case. */
  boolean releaseAlone(String request, Predicate<String> nodes) {
    if (!running.add(request)) {
      return false;
    }
    later(
        () -> {
          letters(nodes).forEach(this::carry);
          running.remove(request);
        });
    return true;
  }

  private void later(Runnable run) {
    var unused = carrier.schedule(run, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    carrier.shutdownNow();
  }

  private List<Letter> letters(Predicate<String> nodes) {
    synchronized (waiting) {
      List<Letter> matching = waiting.stream().filter(letter -> nodes.test(letter.node())).toList();
      waiting.removeAll(matching);
      return matching;
    }
  }

  private void carry(Letter letter) {
    try (var socket = new Socket()) {
      socket.connect(exchanger, TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      expect(in, "2");
      ask(in, out, "HELO plain.example", "2");
      ask(in, out, "MAIL FROM:<" + letter.sender() + ">", "2");
      ask(in, out, "RCPT TO:<" + letter.recipient() + ">", "2");
      ask(in, out, "DATA", "3");
      ask(in, out, letter.dottedText() + ".", "2");
      ask(in, out, "QUIT", "2");
    } catch (IOException e) {
      take(letter);
    }
  }

  private static void ask(BufferedReader in, OutputStream out, String line, String digit)
      throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    expect(in, digit);
  }

  private static void expect(BufferedReader in, String digit) throws IOException {
    String line = in.readLine();
    while (line != null && line.startsWith("-", 3)) {
      line = in.readLine();
    }
    if (line == null || !line.startsWith(digit)) {
      throw new IOException("the exchanger says " + line);
    }
  }
}
