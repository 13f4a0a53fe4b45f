package dev.etrn.server.benchmark;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.benchmark.server.BareServer;
import dev.etrn.server.benchmark.server.Postfix;
import dev.etrn.server.benchmark.server.ReferenceServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The benchmark of the whole server against bare Netty and against Postfix; see
 * docs/performance.md.
 *
 * <p>Each server has one event loop, and its clients have another.
 */
public final class ServerBenchmark {

  private static final Set<String> SECTIONS =
      Set.of("etrn", "sessions", "memory", "intake", "release");
  private static final Path RECIPE =
      Path.of("../test-suites/src/main/resources/dev/etrn/suites/containers/mta/postfix");
  private static final int IN_SESSIONS = Integer.getInteger("intake.sessions", 50);
  private static final int IN_MESSAGES = Integer.getInteger("intake.messages", 3000);
  private static final int RELEASED = Integer.getInteger("release.messages", 1000);

  private final PrintStream out;
  private final OtherCpuUse others = new OtherCpuUse();
  private final Comparison comparison;

  private ServerBenchmark(PrintStream out) {
    this.out = out;
    this.comparison = new Comparison(out, others);
  }

  /**
   * Runs sections of the benchmark.
   *
   * @param arguments the sections to run, in this order
   */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("io.netty.eventLoopThreads", "1");
    PrintStream out = System.out;
    if (arguments.length == 0 || !SECTIONS.containsAll(List.of(arguments))) {
      out.println("name the sections to run, of: etrn sessions memory intake release");
      return;
    }
    if (!Files.exists(RECIPE)) {
      out.println("run it in the directory reference-server: there is no " + RECIPE);
      return;
    }
    for (String section : arguments) {
      var benchmark = new ServerBenchmark(out);
      switch (section) {
        case "etrn" -> benchmark.etrn();
        case "sessions" -> benchmark.sessions();
        case "memory" -> benchmark.memory();
        default -> benchmark.mail(section);
      }
    }
  }

  private void etrn() throws Exception {
    try (var sink = new FastSink();
        EtrnServer ours = ReferenceServer.withoutMail();
        var bare = new BareServer();
        Postfix postfix = postfix(sink)) {
      for (String depth : System.getProperty("depths", "1,10,100").split(",")) {
        var load = new EtrnLoad(Integer.parseInt(depth));
        String conditions = ", 10 connections, " + depth + " under way on each";
        comparison.run(
            "ETRN per second" + conditions,
            new ComparisonSubject("ours", () -> load.make(ours.address()).perSecond()),
            new ComparisonSubject("bare", () -> load.make(bare.address()).perSecond()),
            new ComparisonSubject("Postfix", () -> load.make(postfix.address()).perSecond()));
        comparison.runAmidOthers(
            "ETRN per second of the server's CPU" + conditions,
            new ComparisonSubject("ours", () -> load.make(ours.address()).perCpuSecond()),
            new ComparisonSubject("bare", () -> load.make(bare.address()).perCpuSecond()));
      }
    }
  }

  private void sessions() throws Exception {
    try (var sink = new FastSink();
        EtrnServer ours = ReferenceServer.withoutMail();
        var bare = new BareServer();
        Postfix postfix = postfix(sink)) {
      comparison.run(
          "sessions per second (connect, EHLO, ETRN, QUIT), 10 at once",
          new ComparisonSubject("ours", () -> SessionLoad.rate(ours.address())),
          new ComparisonSubject("bare", () -> SessionLoad.rate(bare.address())),
          new ComparisonSubject("Postfix", () -> SessionLoad.rate(postfix.address())));
    }
  }

  private void memory() throws Exception {
    out.printf("%nKiB of live heap per idle session, at %,d sessions%n", IdleSessions.SESSIONS);
    out.printf("  ours %.2f%n", IdleSessions.kibPerSession("ours"));
    out.printf("  bare %.2f%n", IdleSessions.kibPerSession("bare"));
  }

  private void mail(String section) throws Exception {
    Path queue = Files.createTempDirectory(Path.of("target"), "benchmark-queue");
    try (var sink = new FastSink();
        EtrnServer ours = ReferenceServer.durable(queue, sink.address());
        Postfix postfix = postfix(sink)) {
      if (section.equals("intake")) {
        intake(ours, postfix);
      } else {
        release(sink, ours, postfix);
      }
    } finally {
      ReferenceServer.delete(queue);
    }
  }

  private void intake(EtrnServer ours, Postfix postfix) throws Exception {
    var load = new IntakeLoad(IN_SESSIONS, IN_MESSAGES);
    comparison.run(
        "messages of 1 KiB per second, durable, " + IN_SESSIONS + " sessions",
        new ComparisonSubject("ours", () -> load.rate(ours.address())),
        new ComparisonSubject("Postfix", () -> load.rate(postfix.address())));
  }

  private void release(FastSink sink, EtrnServer ours, Postfix postfix) throws Exception {
    var load = new ReleaseLoad(RELEASED, sink);
    comparison.run(
        "messages per second, from the write of ETRN to the last of " + RELEASED,
        new ComparisonSubject("ours", () -> printed("ours", load.make(ours.address()))),
        new ComparisonSubject("Postfix", () -> printed("Postfix", load.make(postfix.address()))));
  }

  private double printed(String name, ReleaseLoad.Result result) {
    out.printf("    %s: first connection after %.1f ms%n", name, result.firstMillis());
    return result.perSecond();
  }

  private Postfix postfix(FastSink sink) throws IOException, InterruptedException {
    Postfix postfix = Postfix.start(RECIPE, sink.address());
    others.except(postfix::cpuNanos);
    return postfix;
  }
}
