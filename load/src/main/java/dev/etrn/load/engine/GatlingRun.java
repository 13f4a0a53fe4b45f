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
 * A run of one simulation in this JVM; Gatling's log is its only writer.
 *
 * <p>Only the load itself leaves the machine: Gatling sends no usage analytics and does not ask for
 * a newer version. Gatling prints nothing; its output is part of the outcome. The logging
 * configuration does not change. Gatling keeps its configuration in a static field, so runs wait
 * for each other. Gatling's settings come from system properties ({@code gatling.*}); no {@code
 * gatling.conf} is read.
 *
 * <p>It needs {@code --add-opens=java.base/java.lang=ALL-UNNAMED}.
 */
public final class GatlingRun {

  private static final Lock ONE_AT_A_TIME = new ReentrantLock();

  private static final String WRITERS = "gatling.data.writers";
  private static final String ANALYTICS = "gatling.data.enableAnalytics";
  private static final String OPEN_SSL = "gatling.ssl.useOpenSsl";

  private GatlingRun() {}

  /**
   * The outcome of a run.
   *
   * @param exitCode Gatling's exit code: 0, or 2 when an assertion of the simulation does not hold
   * @param requests the number of requests that went to the log
   * @param logged the number of requests that are in the log; less than {@code requests} when the
   *     log lost some
   * @param log the directory that holds {@code simulation.log}
   * @param printed the output of Gatling, such as its assertions
   */
  public record Outcome(int exitCode, long requests, long logged, Path log, String printed) {

    /** Returns true if requests are missing in the log, so that it cannot be trusted. */
    public boolean isLogIncomplete() {
      return logged != requests;
    }
  }

  /** A run that ended early; its message gives the reason. */
  public static final class RunFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    RunFailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Runs a user's own simulation by the name of its class.
   *
   * @param className the name of a class with a public constructor without parameters
   * @param results the directory in which Gatling creates the directory of this run
   * @throws IllegalArgumentException when there is no such class, or it is not a simulation
   * @throws RunFailedException when the run crashed
   */
  public static Outcome run(String className, Path results) throws RunFailedException {
    return run(className, results, Optional.empty());
  }

  /**
   * Runs a user's own simulation with an observer.
   *
   * @param observer an observer of all sessions, whatever listeners the simulation has itself
   * @throws IllegalArgumentException when there is no such class, or it is not a simulation
   * @throws RunFailedException when the run crashed, or its load does not go to the target
   */
  public static Outcome run(String className, Path results, Optional<ConnectionObserver> observer)
      throws RunFailedException {
    UserSimulation simulation = UserSimulation.named(className, GatlingRun.class.getClassLoader());
    return run(simulation.type(), simulation::made, results, observer);
  }

  /**
   * Runs a simulation that is created when Gatling is ready for it.
   *
   * @param type the class of the simulation
   * @param factory the factory of the simulation; called once
   * @param results the directory in which Gatling creates the directory of this run
   * @throws RunFailedException when the run crashed
   */
  public static Outcome run(
      Class<? extends Simulation> type, Supplier<? extends Simulation> factory, Path results)
      throws RunFailedException {
    return run(type, factory, results, Optional.empty());
  }

  private static Outcome run(
      Class<? extends Simulation> type,
      Supplier<? extends Simulation> factory,
      Path results,
      Optional<ConnectionObserver> observer)
      throws RunFailedException {
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    var simulation = new GivenSimulation(type, factory);
    ONE_AT_A_TIME.lock();
    try {
      EndedRun ended =
          Console$.MODULE$.withOut(out, () -> run(simulation, type, results, observer));
      Path log = results.resolve(ended.result().runId());
      String text = printed.toString(StandardCharsets.UTF_8);
      return new Outcome(ended.exitCode(), ended.requests(), ended.logged(), log, text);
    } catch (Exception e) {
      // Scala code throws checked exceptions without declaring them.
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
    Option<GeneralStats> total =
        LogFileReader$.MODULE$
            .apply(result.runId(), results, configuration)
            .read()
            .requestGeneralStats(Option.<String>empty(), Option.empty(), Option.empty());
    return total.isDefined() ? total.get().count() : 0;
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
