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
 * Counts the requests that go to Gatling's log, so that it can be told whether all arrived, and
 * hands them over some at a time.
 *
 * <p>Each message that finds Gatling's log idle wakes a thread for it; at full load that costs more
 * than to send the request itself. What is logged keeps its order, and all of it is handed over
 * before the log is stopped.
 */
class BufferedStatsEngine implements StatsEngine {

  private static final int GATHERING_MILLIS = 20;

  private final StatsEngine log;
  private final LongAdder requests;
  private final Queue<Runnable> gathered = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService handingOver =
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
        handingOver.scheduleWithFixedDelay(
            this::handOver, GATHERING_MILLIS, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop(ActorRef<Controller.Command> controller, Option<Exception> crash) {
    // The last task of the thread that hands over, so that nothing overtakes what was gathered.
    handingOver.execute(
        () -> {
          handOver();
          log.stop(controller, crash);
        });
    handingOver.shutdown();
  }

  @Override
  public void logUserStart(String scenario) {
    gathered.add(() -> log.logUserStart(scenario));
  }

  @Override
  public void logUserEnd(String scenario) {
    gathered.add(() -> log.logUserEnd(scenario));
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
    gathered.add(
        () ->
            log.logResponse(
                scenario, groups, request, startMillis, endMillis, status, code, message));
  }

  @Override
  public void logGroupEnd(String scenario, GroupBlock group, long endMillis) {
    gathered.add(() -> log.logGroupEnd(scenario, group, endMillis));
  }

  @Override
  public void logRequestCrash(String scenario, List<String> groups, String request, String error) {
    gathered.add(() -> log.logRequestCrash(scenario, groups, request, error));
  }

  private void handOver() {
    Runnable next;
    while ((next = gathered.poll()) != null) {
      next.run();
    }
  }
}
