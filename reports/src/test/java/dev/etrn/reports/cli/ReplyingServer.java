package dev.etrn.reports.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A server that answers each line with the reply whose key begins it, the longest key first, and
 * everything else with 250; QUIT with 221.
 */
public final class ReplyingServer implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, String> replies;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  public ReplyingServer(Map<String, String> replies) throws IOException {
    this.replies = replies;
    start(this::accept);
  }

  public String address() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /** Returns the lines that clients sent. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      say(socket, replies.getOrDefault("", "220 replying"));
      String line;
      while ((line = in.readLine()) != null) {
        lines.add(line);
        say(socket, reply(line));
        if (line.equals("QUIT")) {
          return;
        }
      }
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String reply(String line) {
    return replies.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() && line.startsWith(entry.getKey()))
        .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
        .map(Map.Entry::getValue)
        .orElse(line.equals("QUIT") ? "221 bye" : "250 ok");
  }

  private static void say(Socket socket, String reply) throws IOException {
    socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "replying-server");
    thread.setDaemon(true);
    thread.start();
  }
}
