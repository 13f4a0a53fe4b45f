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

/** Virtual users that run one session after another, each with one message. */
final class SessionUsers extends Simulation {

  private static final String MESSAGE =
      "Subject: load\r\n\r\n" + ("x".repeat(78) + "\r\n").repeat(12);

  private SessionUsers(InetSocketAddress server, int users, int sessions, Meter meter) {
    setUp(
            scenario("users")
                .exec(
                    repeat(sessions)
                        .on(
                            smtp("connect").connect().silent(),
                            smtp("EHLO").ehlo().silent(),
                            smtp("MAIL").mail("sender@client.example").silent(),
                            smtp("RCPT").rcpt("inbox@branch.example").silent(),
                            smtp("DATA").data(MESSAGE),
                            smtp("QUIT").quit().silent()))
                .injectOpen(atOnceUsers(users)))
        .assertions(global().failedRequests().count().is(0L))
        .protocols(
            smtp(server)
                .listener(
                    result -> {
                      if (result.step() == Step.QUIT) {
                        meter.count();
                      }
                    }));
  }

  static Meter.Result measure(
      InetSocketAddress server, int users, int sessions, Meter meter, Path results)
      throws RunFailedException, InterruptedException {
    return MeteredRun.of(
        SessionUsers.class,
        () -> new SessionUsers(server, users, sessions, meter),
        (long) users * sessions,
        meter,
        results);
  }
}
