package dev.etrn.load.example;

import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.FeederBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.List;
import java.util.Map;

/** A simulation of partners that send ETRN at a constant rate, each in its own session. */
public final class PartnersSimulation extends Simulation {

  private final FeederBuilder<Object> nodes =
      listFeeder(List.of(Map.of("node", "branch.example"), Map.of("node", "idle.example")))
          .circular();

  private final ScenarioBuilder partners =
      scenario("partners")
          .feed(nodes)
          .exec(
              smtp("connect").connect().silent(),
              exitHereIfFailed(),
              smtp("EHLO").ehlo().silent().check("(?m)^ETRN"),
              smtp("ETRN").etrn("#{node}").expecting(250, 251, 252, 253),
              smtp("QUIT").quit().silent());

  public PartnersSimulation() {
    setUp(partners.injectOpen(constantUsersPerSec(20).during(2)))
        .protocols(smtp("127.0.0.1", Integer.getInteger("port", 2525)).ehloName("load.example"))
        .assertions(global().successfulRequests().count().is(40L));
  }
}
