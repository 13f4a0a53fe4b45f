package dev.etrn.suites.run;

import dev.etrn.suites.run.liveness.Probe;
import dev.etrn.suites.run.liveness.ProbedTarget;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.transcript.RunToken;
import dev.etrn.suites.wire.SinkUnavailableException;
import dev.etrn.suites.wire.sink.Sink;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A target that answers, and the sink to which it delivers.
 *
 * @param token the token of the run
 * @param sink the mail exchanger of the run, if mail comes back
 * @param target the target
 * @param seen the description of the target by itself
 */
record ConnectedTarget(RunToken token, Optional<Sink> sink, RunningTarget target, TargetSeen seen)
    implements AutoCloseable {

  /** Starts the sink, then the target, and probes it. */
  static ConnectedTarget open(RunPlan plan, RunListener listener)
      throws TargetUnavailableException, SinkUnavailableException {
    var token = RunToken.fresh();
    Optional<Sink> sink = Optional.empty();
    RunningTarget target = null;
    try {
      Optional<InetSocketAddress> sinkAddress = plan.target().sinkListensAt();
      if (sinkAddress.isPresent()) {
        sink =
            Optional.of(
                Sink.listen(sinkAddress.get(), token, plan.target().profile().client().sender()));
      }
      listener.starting(plan.target().name());
      target = plan.target().start(sink.map(Sink::address));
      ProbedTarget probed = Probe.of(plan.target().name(), target, () -> waits(plan, listener));
      listener.started(probed.seen(), plan.steps());
      return new ConnectedTarget(token, sink, probed, probed.seen());
    } catch (TargetUnavailableException | RuntimeException e) {
      if (target != null) {
        target.close();
      }
      sink.ifPresent(Sink::close);
      throw e;
    }
  }

  private static void waits(RunPlan plan, RunListener listener) {
    synchronized (listener) {
      listener.waitingForGreeting(plan.target().name());
    }
  }

  @Override
  public void close() {
    target.close();
    sink.ifPresent(Sink::close);
  }
}
