package dev.etrn.load.engine;

import dev.etrn.load.protocol.ConnectionObserver;
import io.gatling.app.RunResult;
import io.gatling.app.RunResultProcessor;
import io.gatling.charts.stats.GeneralStats;
import io.gatling.charts.stats.LogFileReader$;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.config.GatlingConfiguration$;
import io.gatling.javaapi.core.Simulation;
import io.gatling.netty.util.Transports;
import io.netty.channel.EventLoopGroup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import scala.Console$;
import scala.Option;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Runs one simulation in this JVM, with Gatling's log as its only writer.
 *
 * <p>Nothing leaves the machine but the load itself: no usage analytics, and no look for a newer
 * version. Nothing is printed; what Gatling would print is part of the outcome. Logging stays as it
 * was before. Gatling keeps its configuration in a static place, so runs wait for each other.
 * Settings of Gatling's are taken from system properties ({@code gatling.*}), no {@code
 * gatling.conf} is read.
 *
 * <p>Needs {@code --add-opens=java.base/java.lang=ALL-UNNAMED}.
 */
public final class GatlingRun {

  private static final Lock ONE_AT_A_TIME = new ReentrantLock();

  private static final String WRITERS = "gatling.data.writers";
  private static final String ANALYTICS = "gatling.data.enableAnalytics";
  private static final String OPEN_SSL = "gatling.ssl.useOpenSsl";

  private GatlingRun() {}

  /**
   * How a run ended.
   *
   * @param exitCode Gatling's: 0, or 2 when an assertion of the simulation does not hold
   * @param requests how many requests went to the log
   * @param logged how many of them are in it; less than {@code requests} when the log lost some
   * @param log the directory with {@code simulation.log}
   * @param printed what Gatling printed, such as its assertions
   */
  public record Outcome(int exitCode, long requests, long logged, Path log, String printed) {

    /** Whether requests are missing in the log, so that it cannot be believed. */
    public boolean isLogIncomplete() {
      return logged != requests;
    }
  }

  /** A run ended early; its message says why. */
  public static final class RunFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    RunFailedException(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /**
   * Runs a user's own simulation by the name of its class.
   *
   * @param className a class with a public constructor without parameters
   * @param results where Gatling makes the directory of this run
   * @throws IllegalArgumentException when it is no such class
   * @throws RunFailedException when the run crashed
   */
  public static Outcome run(String className, Path results) throws RunFailedException {
    return run(className, results, Optional.empty());
  }

  /**
   * Runs a user's own simulation while someone watches it.
   *
   * @param observer is told of all sessions, whatever the simulation tells them
   * @throws IllegalArgumentException when it is no such class
   * @throws RunFailedException when the run crashed, or its load goes elsewhere than to the target
   */
  public static Outcome run(String className, Path results, Optional<ConnectionObserver> observer)
      throws RunFailedException {
    UserSimulation own = UserSimulation.named(className, GatlingRun.class.getClassLoader());
    return run(own.type(), own::made, results, observer);
  }

  /**
   * Runs a simulation that is made when Gatling is ready for it.
   *
   * @param type what is made
   * @param made makes it, with all that it needs; called once
   * @param results where Gatling makes the directory of this run
   * @throws RunFailedException when the run crashed
   */
  public static Outcome run(
      Class<? extends Simulation> type, Supplier<? extends Simulation> made, Path results)
      throws RunFailedException {
    return run(type, made, results, Optional.empty());
  }

  private static Outcome run(
      Class<? extends Simulation> type,
      Supplier<? extends Simulation> made,
      Path results,
      Optional<ConnectionObserver> observer)
      throws RunFailedException {
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    var simulation = new GivenSimulation(type, made);
    ONE_AT_A_TIME.lock();
    try {
      EndedRun ended =
          Console$.MODULE$.withOut(out, () -> run(simulation, type, results, observer));
      Path log = results.resolve(ended.result().runId());
      String text = printed.toString(StandardCharsets.UTF_8);
      return new Outcome(ended.exitCode(), ended.requests(), ended.logged(), log, text);
    } catch (Exception e) {
      // Scala throws what it likes, undeclared.
      throw new RunFailedException(
          "the simulation " + type.getName() + " crashed: " + e.getMessage(), e);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static EndedRun run(
      GivenSimulation simulation,
      Class<? extends Simulation> type,
      Path results,
      Optional<ConnectionObserver> observer) {
    GatlingConfiguration configuration = configuration();
    GatlingArgs arguments =
        new GatlingArgs(
            Option.apply(type.getName()),
            Option.empty(),
            true,
            Option.empty(),
            Option.apply(results),
            Option.empty(),
            Option.empty());
    try (var actors = new ActorSystem();
        var loops = new Loops(configuration)) {
      var runner =
          new QuietRunner(actors, loops.group(), arguments, configuration, simulation, observer);
      RunResult result = runner.run();
      return new EndedRun(
          result,
          new RunResultProcessor(arguments, configuration).processRunResult(result).code(),
          runner.requests(),
          logged(result, results, configuration));
    }
  }

  private static GatlingConfiguration configuration() {
    List<Tuple2<String, ?>> ours =
        List.of(
            new Tuple2<>(WRITERS, List.of("file")),
            new Tuple2<>(ANALYTICS, false),
            new Tuple2<>(OPEN_SSL, false));
    GatlingConfiguration configuration =
        GatlingConfiguration$.MODULE$.loadForTest(CollectionConverters.asScala(ours).toSeq());
    if (configuration.data().enableAnalytics()) {
      throw new IllegalStateException(ANALYTICS + " is set; a load tool does not phone home");
    }
    return configuration;
  }

  private static long logged(RunResult result, Path results, GatlingConfiguration configuration) {
    Option<GeneralStats> all =
        LogFileReader$.MODULE$
            .apply(result.runId(), results, configuration)
            .read()
            .requestGeneralStats(Option.<String>empty(), Option.empty(), Option.empty());
    return all.isDefined() ? all.get().count() : 0;
  }

  private record EndedRun(RunResult result, int exitCode, long requests, long logged) {}

  /** Gatling's event loops, for one run. */
  private static final class Loops implements AutoCloseable {

    private final GatlingConfiguration configuration;
    private final EventLoopGroup group;

    Loops(GatlingConfiguration configuration) {
      this.configuration = configuration;
      this.group =
          Transports.newEventLoopGroup(
              configuration.netty().useNativeTransport(),
              configuration.netty().useIoUring(),
              0,
              "gatling");
    }

    EventLoopGroup group() {
      return group;
    }

    @Override
    public void close() {
      group
          .shutdownGracefully(0, configuration.core().shutdownTimeout(), TimeUnit.MILLISECONDS)
          .awaitUninterruptibly();
    }
  }
}
