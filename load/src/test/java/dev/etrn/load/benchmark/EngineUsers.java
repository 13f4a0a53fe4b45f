package dev.etrn.load.benchmark;

import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.etrn.load.engine.GatlingRun.RunFailedException;
import dev.etrn.load.protocol.Step;
import io.gatling.javaapi.core.Simulation;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * The virtual users of the engine that make the load of {@link BareClients}, with ETRN in Gatling's
 * log and the other steps silent.
 */
final class EngineUsers extends Simulation {

  private EngineUsers(InetSocketAddress server, int users, int etrns, Meter meter) {
    setUp(
            scenario("users")
                .exec(smtp("connect").connect().silent(), smtp("EHLO").ehlo().silent())
                .exec(repeat(etrns).on(smtp("ETRN").etrn("branch.example")))
                .exec(smtp("QUIT").quit().silent())
                .injectOpen(atOnceUsers(users)))
        .assertions(global().failedRequests().count().is(0L))
        .protocols(
            smtp(server)
                .listener(
                    result -> {
                      if (result.step() == Step.ETRN) {
                        meter.count();
                      }
                    }));
  }

  static Meter.Result measure(
      InetSocketAddress server, int users, int etrns, Meter meter, Path results)
      throws RunFailedException, InterruptedException {
    return MeteredRun.of(
        EngineUsers.class,
        () -> new EngineUsers(server, users, etrns, meter),
        (long) users * etrns,
        meter,
        results);
  }
}
