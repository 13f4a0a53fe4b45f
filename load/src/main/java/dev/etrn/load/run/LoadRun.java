package dev.etrn.load.run;

import dev.etrn.load.conformance.ConformanceFile;
import dev.etrn.load.coordination.InjectorCoordinator;
import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.coordination.InjectorRecords;
import dev.etrn.load.coordination.LoadProgress;
import dev.etrn.load.exchanger.LoadSink;
import dev.etrn.load.exchanger.QueueFiller;
import dev.etrn.load.exchanger.TargetSession;
import dev.etrn.load.exchanger.Token;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.SessionScript;
import dev.etrn.load.scenario.Workload;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The run of a scenario against a target: it hands mail in, makes load, collects the mail, and
 * evaluates the records.
 */
public final class LoadRun {

  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final double WARM_UP_RATE = 50;
  private static final int QUEUED_MILLIS = 500;

  private final LoadSetup setup;
  private final LoadProgress progress;
  private final TargetProfile profile;
  private final Workload workload;
  private volatile @Nullable RunningTarget running;
  private volatile @Nullable OngoingLoad ongoing;

  public LoadRun(LoadSetup setup, LoadProgress progress) {
    this.setup = setup;
    this.progress = progress;
    this.profile = setup.target().profile();
    this.workload = setup.play().workload();
  }

  /**
   * Runs the scenario.
   *
   * @throws TargetUnavailableException when the target cannot be started or found
   * @throws SinkUnavailableException when the mail exchanger cannot listen where it has to
   * @throws LoadFailedException when there is no result; the records so far are kept
   */
  public LoadResult run()
      throws TargetUnavailableException,
          SinkUnavailableException,
          LoadFailedException,
          InterruptedException {
    InetSocketAddress listen =
        setup.target().sinkListensAt().orElseGet(() -> new InetSocketAddress(0));
    try (LoadSink sink = LoadSink.listen(listen);
        RunningTarget target = setup.target().start(Optional.of(sink.address()))) {
      return run(target, sink);
    } catch (IOException e) {
      throw new LoadFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Breaks the run off, from another thread than that of {@link #run()}, and ends the target if it
   * is ours.
   *
   * @return the result so far; empty if no load has been made yet
   * @throws LoadFailedException when the records of the injectors cannot be read
   */
  public Optional<LoadResult> cut() throws LoadFailedException {
    Optional<OngoingLoad> current = Optional.ofNullable(ongoing);
    try {
      return current.isPresent() ? current.get().cut() : Optional.empty();
    } catch (IOException e) {
      throw new LoadFailedException(String.valueOf(e.getMessage()), e);
    } finally {
      Optional.ofNullable(running).ifPresent(RunningTarget::close);
    }
  }

  private LoadResult run(RunningTarget target, LoadSink sink)
      throws IOException, TargetUnavailableException, InterruptedException {
    running = target;
    TargetReadiness.require(setup.target().name(), target);
    List<Token> expected = new ArrayList<>(fill(target));
    Set<String> waiting = expected.stream().map(Token::text).collect(Collectors.toSet());
    Instant started;
    InjectorRecords injection;
    Optional<ResourceUse> resourceUse;
    try (ResourceUseMonitor monitor = ResourceUseMonitor.of(target)) {
      started = Instant.now();
      injection = inject(target, sink, List.copyOf(expected), started);
      resourceUse = monitor.used();
    }
    expected.addAll(injection.taken());
    if (profile.connectsBack() && !expected.isEmpty() && injection.cut().isEmpty()) {
      progress.begins("waiting for what has not come yet");
      new MissingMailCollector(target.address(), target.profile()).go(expected, sink);
    }
    return new Evaluation(setup, profile, workload, injection)
        .result(target, started, expected, waiting, sink.arrivals(), resourceUse);
  }

  private List<Token> fill(RunningTarget target) throws IOException, InterruptedException {
    if (workload.messages() == 0 || !profile.connectsBack()) {
      return List.of();
    }
    progress.begins(
        "handing in "
            + workload.messages()
            + " messages for each of "
            + workload.holding().size()
            + " nodes");
    List<Token> tokens =
        new QueueFiller(target.address(), target.profile())
            .fill(workload.holding(), workload.messages());
    // Postfix replies 250 before its queue manager has put the message where ETRN finds it.
    boolean unused = new CountDownLatch(1).await(QUEUED_MILLIS, TimeUnit.MILLISECONDS);
    return tokens;
  }

  private InjectorRecords inject(
      RunningTarget target, LoadSink sink, List<Token> held, Instant started)
      throws IOException, InterruptedException {
    ConformanceFile.clear(setup.out());
    progress.begins(setup.play().title() + ": " + setup.play().sentence());
    var coordinator =
        new InjectorCoordinator(injectors(target), setup.out(), progress, Clock.systemUTC());
    ongoing = new OngoingLoad(setup, target, sink, held, started, coordinator);
    return coordinator.make(plan(target));
  }

  /**
   * Returns the placement; injectors of this machine get the class path and the password besides
   * the plan.
   */
  private InjectorPlacement injectors(RunningTarget target) {
    return setup.injectors() instanceof InjectorPlacement.LocalProcesses local
        ? new InjectorPlacement.LocalProcesses(
            local.main(),
            local.count(),
            setup.play().classPath(),
            target.profile().login().map(Login::password))
        : setup.injectors();
  }

  private LoadPlan plan(RunningTarget target) {
    return new LoadPlan(
        setup.play().title(),
        target.address().getAddress().getHostAddress(),
        target.address().getPort(),
        TargetSession.encrypts(target.profile()),
        target.profile().login().map(Login::user).orElse(""),
        profile.commandTimeout(),
        setup.injectors().count(),
        List.of(),
        setup.samplePercent(),
        setup.play().simulation(),
        setup.options().permitted(),
        setup.play().isSimulation() ? List.of() : withWarmUp());
  }

  /**
   * Returns the populations after a warm-up, since first executions are slow in the injector and in
   * many targets.
   */
  private List<Population> withWarmUp() {
    var populations = new ArrayList<Population>();
    populations.add(
        new Population(
            Population.WARM_UP,
            Duration.ZERO,
            new Pace.Constant(WARM_UP_RATE, WARM_UP),
            new SessionScript.Ask(1, SessionScript.End.QUIT),
            List.of("warm-up." + setup.options().permitted())));
    workload
        .populations()
        .forEach(population -> populations.add(population.later(WARM_UP.plus(PAUSE))));
    return populations;
  }
}
