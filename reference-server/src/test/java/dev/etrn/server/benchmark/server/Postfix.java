package dev.etrn.server.benchmark.server;

import dev.etrn.server.benchmark.client.ClientLoop;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The container with Postfix, tuned as its documentation says: on the host's network, its queue in
 * a volume on the host's disk, and without the limits for unknown clients.
 *
 * <p>It needs the command {@code docker}, and the directory of the image that the conformance
 * suites build.
 */
public final class Postfix implements AutoCloseable {

  private static final String IMAGE = "etrn-harness/benchmark-postfix";
  private static final int START_SECONDS = 30;

  /** The settings that remove limits and delays, which would hide the speed of Postfix. */
  private static final String SETTINGS =
      "smtpd_client_connection_count_limit=0 smtpd_junk_command_limit=1000000000"
          + " smtpd_soft_error_limit=1000000000 smtpd_hard_error_limit=1000000000"
          + " smtpd_client_event_limit_exceptions=static:all in_flow_delay=0";

  private final String container;
  private final int port;
  private final Path usage;

  private Postfix(String container, int port, Path usage) {
    this.container = container;
    this.port = port;
    this.usage = usage;
  }

  /**
   * Builds the image if necessary, and starts it.
   *
   * @param recipe the directory of the image's Dockerfile
   * @param sink the exchanger that it delivers to
   * @throws IOException when there is no Docker engine, or Postfix does not answer
   */
  public static Postfix start(Path recipe, InetSocketAddress sink)
      throws IOException, InterruptedException {
    String unused = run("docker", "build", "-q", "-t", IMAGE, recipe.toString());
    int port = freePort();
    String container =
        run(
            List.of("docker", "run", "-d", "--rm", "--network", "host", "--log-driver", "none"),
            List.of("-v", "/var/spool/postfix"),
            List.of("-e", "SINK_HOST=127.0.0.1", "-e", "SINK_PORT=" + sink.getPort()),
            List.of(IMAGE, "sh", "-c", commands(port)));
    // Removes the container when the benchmark is interrupted, too.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(container)));
    String pid = run("docker", "inspect", "-f", "{{.State.Pid}}", container);
    var postfix = new Postfix(container, port, usage(pid));
    try {
      postfix.awaitGreeting();
      return postfix;
    } catch (IOException e) {
      postfix.close();
      throw e;
    }
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Returns the CPU time of all its processes. */
  public long cpuNanos() {
    try {
      String text = Files.readString(usage).strip();
      // Version 2 of control groups counts microseconds, in a file of many lines.
      return text.startsWith("usage_usec")
          ? 1000 * Long.parseLong(text.lines().findFirst().orElseThrow().split(" ")[1])
          : Long.parseLong(text);
    } catch (IOException e) {
      throw new IllegalStateException("the container's CPU time cannot be read", e);
    }
  }

  @Override
  public void close() {
    remove(container);
  }

  private static void remove(String container) {
    try {
      String unused = run("docker", "rm", "-f", "-v", container);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The container is already gone.
      return;
    }
  }

  private static String commands(int port) {
    return "postconf -e "
        + SETTINGS
        + " inet_interfaces=loopback-only && postconf -MX smtp/inet && postconf -M '"
        + port
        + "/inet="
        + port
        + " inet n - n - - smtpd' && exec /usr/local/sbin/start";
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path usage(String pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", pid, "cgroup"))) {
      String[] parts = line.split(":", 3);
      if (parts[1].contains("cpuacct")) {
        return Path.of("/sys/fs/cgroup/cpuacct" + parts[2], "cpuacct.usage");
      } else if (parts[0].equals("0") && parts[1].isEmpty()) {
        Path stat = Path.of("/sys/fs/cgroup" + parts[2], "cpu.stat");
        if (Files.exists(stat)) {
          return stat;
        }
      }
    }
    throw new IOException("the container's control group was not found");
  }

  private void awaitGreeting() throws IOException, InterruptedException {
    for (int i = 0; i < 10 * START_SECONDS; i++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
          InputStream in = socket.getInputStream()) {
        if (in.read() == '2') {
          return;
        }
      } catch (IOException e) {
        ClientLoop.pass(100);
      }
    }
    throw new IOException("Postfix does not answer");
  }

  @SafeVarargs
  private static String run(List<String>... parts) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    for (List<String> part : parts) {
      command.addAll(part);
    }
    return run(command.toArray(String[]::new));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + output);
    }
    return output;
  }
}
