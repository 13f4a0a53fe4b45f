package dev.etrn.suites.run;

import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a plan over the JUnit Platform. */
public final class Runner implements PlannedRun {

  /**
   * As many threads as cases: each waits in the run for its turn. With fewer the platform would
   * play some in the thread that hands them out, and nothing new would start meanwhile.
   */
  private static final int THREADS = 256;

  private final RunPlan plan;
  private final RunListener listener;
  private volatile @Nullable OpenRun open;

  public Runner(RunPlan plan, RunListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  @Override
  public RunResult run()
      throws TargetUnavailableException, SinkUnavailableException, InterruptedException {
    try (OpenRun run = OpenRun.open(plan, listener);
        LauncherSession session = LauncherFactory.openSession()) {
      open = run;
      run.checkRoles();
      session
          .getStore()
          .put(LaunchedCases.NAMESPACE, LaunchedCases.KEY, new LaunchedCases.RunHolder(run));
      for (int round = 1; round <= plan.rounds() && !run.isEnded(); round++) {
        run.begin(round);
        session.getLauncher().execute(request());
        if (plan.bounds().adapts()) {
          run.tryAgain();
        }
      }
      run.tellOfRules();
      run.requireTarget();
      return run.result();
    }
  }

  @Override
  public Optional<RunResult> soFar() {
    return Optional.ofNullable(open).map(OpenRun::result);
  }

  private static LauncherDiscoveryRequest request() {
    String parallel = "junit.jupiter.execution.parallel.";
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(LaunchedCases.class))
        .configurationParameter(parallel + "enabled", "true")
        .configurationParameter(parallel + "mode.default", "concurrent")
        .configurationParameter(parallel + "config.strategy", "fixed")
        .configurationParameter(parallel + "config.fixed.parallelism", Integer.toString(THREADS))
        .configurationParameter(parallel + "config.fixed.max-pool-size", Integer.toString(THREADS))
        .build();
  }
}
