package dev.etrn.server.delivery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/**
 * The mail exchanger with scripted replies: a line that begins with a key gets its reply, any other
 * line 250. Keys other than commands are GREETING, CONTENT (for each line of it) and a dot.
 *
 * <p>After a reply that ends in {@code DROP} or {@code RESET} it closes, after one that ends in
 * {@code DEAF} it stops reading; for {@code SILENCE} it sends no reply. The script of each
 * connection runs in its own thread.
 */
public final class ScriptedExchanger implements AutoCloseable {

  public static final String DROP = "(drop)";
  public static final String RESET = "(reset)";
  public static final String SILENCE = "(nothing)";
  public static final String DEAF = "(deaf)";

  /** The reply after which TLS begins. */
  public static final String TLS = "220 go ahead(tls)";

  /** The script of replies. */
  @FunctionalInterface
  public interface Script {
    /** Returns the reply to a line; empty for the default. */
    Optional<String> to(String line);
  }

  private final ServerSocket listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Script script;
  private final TestTls tls = new TestTls();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> connections = new CopyOnWriteArrayList<>();

  public ScriptedExchanger(Map<String, String> replies) {
    this(
        line ->
            replies.entrySet().stream()
                .filter(reply -> line.startsWith(reply.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
  }

  public ScriptedExchanger(Script script) {
    this.script = script;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** Returns every line that any client sent. */
  public List<String> lines() {
    return lines;
  }

  /**
   * Returns each message whose final dot arrived, without the dot, whether or not it got a reply.
   */
  public List<String> messages() {
    return messages;
  }

  public int connections() {
    return connections.size();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.add(socket.getRemoteSocketAddress().toString());
        start(() -> serveAndClose(socket));
      } catch (IOException e) {
        assertThat(listener.isClosed()).isTrue();
      }
    }
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "exchanger");
    thread.setDaemon(true);
    thread.start();
  }

  private void serveAndClose(Socket accepted) {
    try (Socket socket = accepted) {
      serve(socket);
    } catch (IOException e) {
      assertThat(e).isNotNull(); // The client is gone, which the test expects.
    }
  }

  private void serve(Socket client) throws IOException {
    Socket socket = client;
    BufferedReader in = reader(socket);
    boolean isOpen = write(socket, script.to("GREETING").orElse("220 sink.example"));
    String line;
    var content = new StringBuilder();
    boolean inData = false;
    while (isOpen && (line = in.readLine()) != null) {
      lines.add(socket instanceof SSLSocket ? "tls:" + line : line);
      if (inData && !line.equals(".")) {
        content.append(line).append('\n');
        isOpen = write(socket, script.to("CONTENT").orElse(SILENCE));
        continue;
      }
      if (inData) {
        messages.add(content.toString());
        content.setLength(0);
      }
      String answer = answer(line, socket instanceof SSLSocket);
      inData = answer.startsWith("354");
      isOpen = write(socket, answer);
      if (answer.endsWith(TLS)) {
        socket = tls.wrap(socket);
        in = reader(socket);
      }
    }
  }

  private String answer(String line, boolean encrypted) {
    return (encrypted ? script.to("tls:" + line) : Optional.<String>empty())
        .or(() -> script.to(line))
        .orElse(line.equals("DATA") ? "354 go on" : "250 OK");
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  private void awaitClose() {
    try {
      boolean unused = closed.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes a reply; returns true if the connection stays open. */
  private boolean write(Socket socket, String reply) throws IOException {
    int end = reply.indexOf('(');
    String effect = end < 0 ? "" : reply.substring(end);
    String text = end < 0 ? reply : reply.substring(0, end);
    if (!text.isEmpty()) {
      socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    if (effect.equals(RESET)) {
      socket.setSoLinger(true, 0);
    } else if (effect.equals(DEAF)) {
      awaitClose();
    }
    return effect.isEmpty() || effect.equals(SILENCE) || effect.equals("(tls)");
  }
}
