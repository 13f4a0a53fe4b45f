package dev.etrn.load.action;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.action.BlockExit;
import io.gatling.core.session.Session;
import org.slf4j.LoggerFactory;
import scala.Option;

/**
 * Restates what Gatling's ExitableAction and ChainableAction do, which Java cannot extend: a user
 * that has to leave a block leaves it, and an exception fails the user instead of losing it.
 */
abstract class ExitingAction implements Action {

  private static final Logger LOGGER = Logger.apply(LoggerFactory.getLogger(ExitingAction.class));

  private final String name;
  private final CoreComponents core;
  private final Action next;

  ExitingAction(String name, CoreComponents core, Action next) {
    this.name = name;
    this.core = core;
    this.next = next;
  }

  /** Does what it is for, and goes on with {@link #proceed} once that is done. */
  abstract void perform(Session session);

  /** On to the next action. */
  final void proceed(Session session) {
    next.$bang(session);
  }

  final CoreComponents core() {
    return core;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final void execute(Session session) {
    Option<BlockExit> exit = BlockExit.mustExit(session);
    if (exit.isDefined()) {
      exit.get().exitBlock(core.statsEngine(), core.clock().nowMillis());
      return;
    }
    try {
      perform(session);
    } catch (RuntimeException e) {
      LOGGER.underlying().error("{} failed", name, e);
      crash(session, String.valueOf(e.getMessage()));
    }
  }

  /** The user did something that cannot be: a record of it, and on as failed. */
  final void crash(Session session, String why) {
    core.statsEngine().logRequestCrash(session.scenario(), session.groups(), name, why);
    proceed(session.markAsFailed());
  }

  @Override
  public final Logger logger() {
    return LOGGER;
  }

  @Override
  @SuppressWarnings({"MethodName", "checkstyle:methodname"}) // The name is Scala's.
  public final void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger logger) {
    // There is one for all.
  }
}
