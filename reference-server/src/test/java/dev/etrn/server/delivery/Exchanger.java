package dev.etrn.server.delivery;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A mail exchanger that answers as told: to a line that begins with a key its reply, 250 otherwise;
 * nothing at all, but a close, to {@code DROP}; nothing to {@code SILENCE}; and after a reply that
 * ends in {@code DEAF} it reads no more. One connection after the other.
 */
public final class Exchanger implements AutoCloseable {

  public static final String DROP = "";
  public static final String SILENCE = "(nothing)";
  public static final String DEAF = "(deaf)";

  private final ServerSocket listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, String> replies;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> connections = new CopyOnWriteArrayList<>();

  public Exchanger(Map<String, String> replies) {
    this.replies = replies;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var thread = new Thread(this::accept, "exchanger");
    thread.setDaemon(true);
    thread.start();
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** Every line that any client sent. */
  public List<String> lines() {
    return lines;
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
      try (Socket socket = listener.accept()) {
        connections.add(socket.getRemoteSocketAddress().toString());
        serve(socket);
      } catch (IOException e) {
        assertThat(e).isNotNull(); // The next client, or the end.
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    write(socket, reply("GREETING", "220 sink.example"));
    String line;
    boolean inData = false;
    while ((line = in.readLine()) != null) {
      lines.add(line);
      if (inData && !line.equals(".")) {
        continue;
      }
      String answer = reply(line, line.equals("DATA") ? "354 go on" : "250 OK");
      if (answer.equals(DROP)) {
        return;
      }
      inData = answer.startsWith("354");
      write(socket, answer);
      if (answer.endsWith(DEAF)) {
        awaitClose();
        return;
      }
    }
  }

  private String reply(String line, String otherwise) {
    return replies.entrySet().stream()
        .filter(e -> line.startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }

  private void awaitClose() {
    try {
      boolean unused = closed.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(Socket socket, String reply) throws IOException {
    if (reply.equals(SILENCE)) {
      return;
    }
    socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
