package dev.etrn.reports.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that offers ETRN and answers everything else with 220; it may stop after some sessions.
 */
public final class WrongServer implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  private final AtomicInteger left;

  public WrongServer() throws IOException {
    this(Integer.MAX_VALUE);
  }

  /**
   * Starts a server.
   *
   * @param sessions the number of sessions before it stops
   */
  public WrongServer(int sessions) throws IOException {
    left = new AtomicInteger(sessions);
    start(this::accept);
  }

  public String address() {
    return "127.0.0.1:" + listener.getLocalPort();
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
        if (left.decrementAndGet() == 0) {
          listener.close();
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      say(socket, "220 wrong");
      String line;
      while ((line = in.readLine()) != null) {
        boolean ehlo = line.toUpperCase(Locale.ROOT).startsWith("EHLO");
        say(socket, ehlo ? "250-wrong\r\n250 ETRN" : "220 yes");
      }
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(Socket socket, String reply) throws IOException {
    socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "wrong-server");
    thread.setDaemon(true);
    thread.start();
  }
}
