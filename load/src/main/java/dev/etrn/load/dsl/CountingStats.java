package dev.etrn.load.dsl;

import io.gatling.commons.stats.Status;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import java.util.concurrent.atomic.LongAdder;
import scala.Option;
import scala.collection.immutable.List;

/** Counts the requests that go to Gatling's log, so that it can be told whether all arrived. */
class CountingStats implements StatsEngine {

  private final StatsEngine log;
  private final LongAdder requests;

  CountingStats(StatsEngine log, LongAdder requests) {
    this.log = log;
    this.requests = requests;
  }

  @Override
  public void start() {
    log.start();
  }

  @Override
  public void stop(ActorRef<Controller.Command> controller, Option<Exception> crash) {
    log.stop(controller, crash);
  }

  @Override
  public void logUserStart(String scenario) {
    log.logUserStart(scenario);
  }

  @Override
  public void logUserEnd(String scenario) {
    log.logUserEnd(scenario);
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
    log.logResponse(scenario, groups, request, startMillis, endMillis, status, code, message);
  }

  @Override
  public void logGroupEnd(String scenario, GroupBlock group, long endMillis) {
    log.logGroupEnd(scenario, group, endMillis);
  }

  @Override
  public void logRequestCrash(String scenario, List<String> groups, String request, String error) {
    log.logRequestCrash(scenario, groups, request, error);
  }
}
