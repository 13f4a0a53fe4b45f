package dev.etrn.load.engine;

import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.etrn.load.engine.GatlingRun.Outcome;
import dev.etrn.load.engine.GatlingRun.RunFailedException;
import dev.etrn.load.protocol.SmtpProtocolBuilder;
import dev.etrn.load.protocol.StepResult;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Simulation;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The observations of one virtual user.
 *
 * @param steps the results of its steps, in order
 * @param isFailed true if its session had failed at the end
 */
record OneUser(List<StepResult> steps, boolean isFailed, Outcome outcome) {

  /** Runs one user that connects and makes these requests. */
  static OneUser at(InetSocketAddress server, Path results, ActionBuilder... requests)
      throws RunFailedException {
    return of(smtp(server), results, requests);
  }

  static OneUser of(SmtpProtocolBuilder protocol, Path results, ActionBuilder... requests)
      throws RunFailedException {
    List<StepResult> steps = new CopyOnWriteArrayList<>();
    List<Boolean> failed = new CopyOnWriteArrayList<>();
    Outcome outcome =
        GatlingRun.run(
            Sequence.class,
            () -> new Sequence(protocol.listener(steps::add), List.of(requests), failed),
            results);
    return new OneUser(List.copyOf(steps), failed.get(0), outcome);
  }

  /** Returns each step as its name and its code or error, such as {@code ETRN 250}. */
  List<String> told() {
    return steps.stream()
        .map(s -> s.step() + " " + (s.error() == null ? s.code() : s.error()))
        .toList();
  }

  /** A simulation of one user's requests. */
  static final class Sequence extends Simulation {
    Sequence(SmtpProtocolBuilder protocol, List<ActionBuilder> requests, List<Boolean> failed) {
      var user =
          Stream.concat(Stream.of(smtp("connect").connect()), requests.stream())
              .reduce(
                  scenario("one user").exec(session -> session.set("node", "branch.example")),
                  (chain, request) -> chain.exec(request),
                  (chain, unused) -> chain)
              .exec(
                  session -> {
                    failed.add(session.isFailed());
                    return session;
                  });
      setUp(user.injectOpen(atOnceUsers(1))).protocols(protocol);
    }
  }
}
