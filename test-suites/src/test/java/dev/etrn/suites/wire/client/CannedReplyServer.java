package dev.etrn.suites.wire.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A peer that greets and answers each line as a test says; its texts are written unchanged. An
 * answer that ends in {@link #CLOSE} closes the connection, and an empty answer leaves the client
 * waiting.
 */
public final class CannedReplyServer implements AutoCloseable {

  public static final String CLOSE = "close!";

  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool(CannedReplyServer::daemon);
  private final Supplier<String> greeting;
  private final UnaryOperator<String> answers;
  private volatile boolean hangs;

  public CannedReplyServer(String greeting, UnaryOperator<String> answers) {
    this(0, greeting, answers);
  }

  /**
   * @param port the port to listen on, such as that of a closed server
   */
  public CannedReplyServer(int port, String greeting, UnaryOperator<String> answers) {
    this(port, () -> greeting, answers);
  }

  /**
   * @param greeting the supplier of each connection's greeting
   */
  public CannedReplyServer(int port, Supplier<String> greeting, UnaryOperator<String> answers) {
    this.greeting = greeting;
    this.answers = answers;
    try {
      listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** Stops greeting, though the system still takes connections. */
  public void hang() {
    hangs = true;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      threads.shutdown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (!say(socket, hangs ? "" : greeting.get())) {
        return;
      }
      var line = new StringBuilder();
      int octet;
      while ((octet = socket.getInputStream().read()) >= 0) {
        line.append((char) octet);
        if (octet == '\n') {
          String text = line.toString();
          line.setLength(0);
          if (!say(socket, answers.apply(text))) {
            return;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the client reset", e);
    }
  }

  private static boolean say(Socket socket, String text) throws IOException {
    boolean goesOn = !text.endsWith(CLOSE);
    String said = goesOn ? text : text.substring(0, text.length() - CLOSE.length());
    socket.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
    return goesOn;
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    return thread;
  }
}
