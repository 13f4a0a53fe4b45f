package dev.etrn.reports.browser.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A target whose every line would like to become markup, a template or a command of the terminal.
 */
final class HostileServer implements AutoCloseable {

  private static final String TEXT =
      String.join(
          " ",
          "<script>window.pwned=1</script>",
          "</script><script>window.pwned=1</script>",
          "\"><img src=x onerror=window.pwned=1>",
          "'-->]]><svg onload=window.pwned=1>",
          "javascript:window.pwned=1",
          "${7*7} <#assign x=1> </dl></main></body>",
          "\u001B[31m\u001B]0;title\u0007 \u0000\b",
          // U+202E in UTF-8, octet for octet.
          "\u00E2\u0080\u00AE");

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final String refusal;

  /**
   * Starts a server.
   *
   * @param lines the number of lines of the reply to each ETRN
   */
  HostileServer(int lines) throws IOException {
    refusal = ("459-" + TEXT + "\r\n").repeat(lines - 1) + "459 " + TEXT;
    start(this::accept);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
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
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      say(socket, "220 " + TEXT);
      String line;
      while ((line = in.readLine()) != null) {
        say(socket, answer(line.toUpperCase(Locale.ROOT)));
      }
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String answer(String line) {
    if (line.startsWith("EHLO")) {
      return "250-" + TEXT + "\r\n250-X" + TEXT + "\r\n250 ETRN";
    }
    return line.startsWith("ETRN") ? refusal : "250 " + TEXT;
  }

  private static void say(Socket socket, String reply) throws IOException {
    socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "hostile-server");
    thread.setDaemon(true);
    thread.start();
  }
}
