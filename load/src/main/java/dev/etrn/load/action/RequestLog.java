package dev.etrn.load.action;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.commons.util.Clock;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** The writer of requests into Gatling's log; it also updates sessions by the outcome. */
final class RequestLog {

  private final StatsEngine stats;
  private final Clock clock;

  RequestLog(StatsEngine stats, Clock clock) {
    this.stats = stats;
    this.clock = clock;
  }

  long nowMillis() {
    return clock.nowMillis();
  }

  /**
   * Logs a request that has ended. A silent request hides only its successes, so that a run with
   * failures never looks clean.
   *
   * @param code the reply's code; 0 for none
   * @param complaint the reason for the failure; null for a success
   * @return the session to continue with
   */
  Session ended(
      Session session,
      String name,
      boolean isSilent,
      long startMillis,
      int code,
      @Nullable String complaint) {
    if (complaint == null && isSilent) {
      return session;
    }
    Status status = complaint == null ? OK$.MODULE$ : KO$.MODULE$;
    long end = clock.nowMillis();
    stats.logResponse(
        session.scenario(),
        session.groups(),
        name,
        startMillis,
        end,
        status,
        code == 0 ? Option.empty() : Option.apply(Integer.toString(code)),
        Option.apply(complaint));
    Session timed = session.logGroupRequestTimings(startMillis, end);
    return complaint == null ? timed : timed.markAsFailed();
  }
}
