package dev.etrn.load.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The benchmark of the load engine against bare clients. Both use the same kind of event loops and
 * load the same server in another process, in turn; the benchmark prints the medians of the ratios.
 *
 * <p>The goal is at least 0.8 times the rate, and at most 1.4 times the CPU for each ETRN.
 */
public final class EngineBenchmark {

  private static final int ROUNDS = Integer.getInteger("rounds", 7);
  private static final int CLIENTS = 20;
  private static final int ETRNS = Integer.getInteger("etrns", 20_000);
  private static final long ALL = (long) CLIENTS * ETRNS;

  private EngineBenchmark() {}

  private record Round(Meter.Result engine, Meter.Result bare) {}

  public static void main(String[] arguments) throws Exception {
    Path results = Path.of(System.getProperty("java.io.tmpdir"), "etrn-engine-benchmark");
    Process server = server();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
      int port = Integer.parseInt(out.readLine());
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      round(address, results);
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        Round round = round(address, results);
        rounds.add(round);
        System.out.printf(Locale.ROOT, "engine %s  bare %s%n", round.engine(), round.bare());
      }
      tell("rate", rounds, r -> r.engine().perSecond() / r.bare().perSecond());
      tell("CPU for each ETRN", rounds, r -> r.engine().cpuMicros() / r.bare().cpuMicros());
    } finally {
      server.destroy();
    }
  }

  private static Round round(InetSocketAddress server, Path results) throws Exception {
    return new Round(
        EngineUsers.measure(server, CLIENTS, ETRNS, meter(), results),
        BareClients.measure(server, CLIENTS, meter()));
  }

  private static Meter meter() {
    return new Meter(ALL / 5, ALL * 9 / 10);
  }

  private static void tell(String quantity, List<Round> rounds, ToDoubleFunction<Round> ratio) {
    double[] ratios = rounds.stream().mapToDouble(ratio).toArray();
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "median of the ratios engine / bare, %s: %.2f of %d rounds%n",
        quantity,
        ratios[ratios.length / 2],
        ratios.length);
  }

  private static Process server() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ServerMain.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
