package dev.etrn.load.example;

import static dev.etrn.load.dsl.SmtpDsl.permittedNode;
import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static dev.etrn.load.dsl.SmtpDsl.target;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;

/** A simulation of partners that send ETRN twice, at the target that the command names. */
public final class QueueSimulation extends Simulation {

  public QueueSimulation() {
    setUp(
            scenario("Partners, twice")
                .exec(
                    smtp("connect").connect().silent(),
                    exitHereIfFailed(),
                    smtp("EHLO").ehlo().silent(),
                    smtp("ETRN").etrn(permittedNode()),
                    smtp("ETRN").etrn(permittedNode()),
                    smtp("QUIT").quit().silent())
                .injectOpen(constantUsersPerSec(10).during(2)))
        .protocols(target())
        .assertions(global().successfulRequests().count().is(Long.getLong("wanted", 40)));
  }
}
