package dev.etrn.load.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The benchmark of the load engine against Postfix's smtp-source: sessions per second with
 * Postfix's smtp-sink, in turn. It prints the median of the ratios.
 *
 * <p>Each session sends one message of 1,000 octets to one recipient. Both programs of Postfix have
 * to be on the PATH.
 */
public final class SessionBenchmark {

  private static final int ROUNDS = Integer.getInteger("rounds", 7);
  private static final int AT_ONCE = 20;
  private static final int SESSIONS = Integer.getInteger("sessions", 1000);
  private static final int ALL = AT_ONCE * SESSIONS;
  private static final int TRIES = 100;

  private SessionBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path results = Path.of(System.getProperty("java.io.tmpdir"), "etrn-session-benchmark");
    InetSocketAddress sink = free();
    String address = sink.getAddress().getHostAddress() + ":" + sink.getPort();
    Process server = smtpSink(address);
    try {
      await(sink);
      engine(sink, results);
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        double engine = engine(sink, results);
        double source = smtpSource(address);
        ratios.add(engine / source);
        System.out.printf(
            Locale.ROOT, "sessions a second: engine %.0f  smtp-source %.0f%n", engine, source);
      }
      System.out.printf(
          Locale.ROOT,
          "median of the ratios engine / smtp-source: %.2f of %d rounds%n",
          ratios.stream().sorted().toList().get(ROUNDS / 2),
          ROUNDS);
    } finally {
      server.destroy();
    }
  }

  private static Process smtpSink(String address) throws IOException {
    // If root starts it, it needs the name of a user to run as.
    return System.getProperty("user.name").equals("root")
        ? start("smtp-sink", "-u", "nobody", address, "1000")
        : start("smtp-sink", address, "1000");
  }

  private static double engine(InetSocketAddress sink, Path results) throws Exception {
    var meter = new Meter(ALL / 5, ALL * 9L / 10);
    return SessionUsers.measure(sink, AT_ONCE, SESSIONS, meter, results).perSecond();
  }

  private static double smtpSource(String address) throws IOException, InterruptedException {
    String[] command = {
      "smtp-source",
      "-s",
      Integer.toString(AT_ONCE),
      "-m",
      Integer.toString(ALL),
      "-l",
      "1000",
      "-f",
      "sender@client.example",
      "-t",
      "inbox@branch.example",
      address
    };
    long start = System.nanoTime();
    Process source = start(command);
    if (!source.waitFor(2, TimeUnit.MINUTES) || source.exitValue() != 0) {
      source.destroy();
      throw new IllegalStateException("smtp-source did not come to its end");
    }
    return ALL / ((System.nanoTime() - start) / 1e9);
  }

  private static Process start(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new IOException("cannot run " + command[0] + ": install Postfix, whose it is", e);
    }
  }

  private static InetSocketAddress free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }
  }

  private static void await(InetSocketAddress sink) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try (var socket = new Socket()) {
        socket.connect(sink);
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
    throw new IOException("smtp-sink does not listen");
  }
}
