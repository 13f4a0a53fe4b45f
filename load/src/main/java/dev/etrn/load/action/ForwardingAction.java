package dev.etrn.load.action;

import com.typesafe.scalalogging.Logger;
import io.gatling.commons.util.Clock;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.action.BlockExit;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.structure.ScenarioContext;
import io.netty.channel.EventLoop;
import org.slf4j.LoggerFactory;
import scala.Option;

/**
 * An action that forwards to a next one. It restates Gatling's ChainableAction and ExitableAction,
 * which javac cannot extend.
 *
 * <p>It runs on the user's event loop and leaves the blocks that have to be exited; an exception
 * fails the session, which then continues. It always forwards with {@code $bang}, never with {@code
 * execute}, which would bypass all of this in the next action.
 */
abstract class ForwardingAction implements Action {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ForwardingAction.class);

  private final CoreComponents core;
  private final Action next;
  private final Throttle throttle;
  private final Logger logger;

  ForwardingAction(ScenarioContext context, Action next) {
    this.core = context.coreComponents();
    this.next = next;
    this.throttle = Throttle.of(context);
    this.logger = com.typesafe.scalalogging.Logger$.MODULE$.apply(LOG);
  }

  /** Performs the action on the user's event loop; must end in {@link #forward}, now or later. */
  abstract void perform(Session session);

  @Override
  public final void $bang(Session session) {
    EventLoop loop = session.eventLoop();
    if (loop.inEventLoop()) {
      start(session);
    } else if (!loop.isShutdown()) {
      loop.execute(() -> start(session));
    }
  }

  @Override
  public final void execute(Session session) {
    throttle.pass(session, this::performGuarded);
  }

  @Override
  public Logger logger() {
    return logger;
  }

  @Override
  public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger traitLogger) {
    // A Scala trait would set its field here; this class has its own field.
  }

  final StatsEngine stats() {
    return core.statsEngine();
  }

  final Clock clock() {
    return core.clock();
  }

  final void forward(Session session) {
    next.$bang(session);
  }

  /** Records that a request could not be made at all, fails the session, and continues with it. */
  final void crash(Session session, String request, String reason) {
    stats().logRequestCrash(session.scenario(), session.groups(), request, reason);
    forward(session.markAsFailed());
  }

  private void start(Session session) {
    Option<BlockExit> exit = BlockExit.mustExit(session);
    if (exit.isDefined()) {
      exit.get().exitBlock(stats(), clock().nowMillis());
    } else {
      execute(session);
    }
  }

  private void performGuarded(Session session) {
    try {
      perform(session);
    } catch (RuntimeException e) {
      LOG.error("{} failed; its user goes on as failed", name(), e);
      forward(session.markAsFailed());
    }
  }
}
