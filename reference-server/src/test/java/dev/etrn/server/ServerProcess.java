package dev.etrn.server;

import dev.etrn.server.config.BuiltInConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A server with the built-in configuration in a separate process, so that its open files do not
 * count for the test.
 */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static ServerProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String port = out.readLine();
    if (port == null) {
      process.destroyForcibly();
      throw new IOException("the server did not start, see above");
    }
    return new ServerProcess(process, Integer.parseInt(port));
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Serves until standard input ends. */
  public static void main(String[] args) throws IOException {
    var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (EtrnServer server = EtrnServer.start(BuiltInConfig.config(nowhere, nowhere))) {
      System.out.println(server.address().getPort());
      while (System.in.read() >= 0) {
        // The input has no meaning.
      }
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
