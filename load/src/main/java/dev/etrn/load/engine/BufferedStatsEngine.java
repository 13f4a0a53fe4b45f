package dev.etrn.load.engine;

import io.gatling.commons.stats.Status;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import scala.Option;
import scala.collection.immutable.List;

/**
 * A buffer in front of Gatling's log; it hands requests over in batches, and counts them, so that a
 * run can check that all arrived.
 *
 * <p>Each message to an idle log wakes a thread; at full load that costs more than sending the
 * request itself. Messages keep their order, and all of them are handed over before the log is
 * stopped.
 */
class BufferedStatsEngine implements StatsEngine {

  private static final int INTERVAL_MILLIS = 20;

  private final StatsEngine log;
  private final LongAdder requests;
  private final Queue<Runnable> buffer = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "gathered-stats");
            thread.setDaemon(true);
            return thread;
          });

  BufferedStatsEngine(StatsEngine log, LongAdder requests) {
    this.log = log;
    this.requests = requests;
  }

  @Override
  public void start() {
    log.start();
    var unused =
        scheduler.scheduleWithFixedDelay(
            this::handOver, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop(ActorRef<Controller.Command> controller, Option<Exception> crash) {
    // This is the last task of the thread that hands over, so that nothing overtakes the buffer.
    scheduler.execute(
        () -> {
          handOver();
          log.stop(controller, crash);
        });
    scheduler.shutdown();
  }

  @Override
  public void logUserStart(String scenario) {
    buffer.add(() -> log.logUserStart(scenario));
  }

  @Override
  public void logUserEnd(String scenario) {
    buffer.add(() -> log.logUserEnd(scenario));
  }

  @Override
  public void logResponse(
      String scenario,
      List<String> groups,
      String request,
      long startMillis,
      long endMillis,
      Status status,
      Option<String> code,
      Option<String> message) {
    requests.increment();
    buffer.add(
        () ->
            log.logResponse(
                scenario, groups, request, startMillis, endMillis, status, code, message));
  }

  @Override
  public void logGroupEnd(String scenario, GroupBlock group, long endMillis) {
    buffer.add(() -> log.logGroupEnd(scenario, group, endMillis));
  }

  @Override
  public void logRequestCrash(String scenario, List<String> groups, String request, String error) {
    buffer.add(() -> log.logRequestCrash(scenario, groups, request, error));
  }

  private void handOver() {
    Runnable next;
    while ((next = buffer.poll()) != null) {
      next.run();
    }
  }
}
