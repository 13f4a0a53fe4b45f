package dev.etrn.load.dsl;

import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.incrementUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.etrn.load.exchanger.Token;
import dev.etrn.load.protocol.TranscriptSampler;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.Script;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Plays a plan. */
public final class PlannedSimulation extends Simulation {

  private final LoadPlan plan;
  private final InjectorRecord record;
  private final String password;

  /**
   * @param password of the plan's user; the empty string when there is none
   */
  PlannedSimulation(
      LoadPlan plan, InjectorRecord record, TranscriptSampler sample, String password) {
    this.plan = plan;
    this.record = record;
    this.password = password;
    setUp(plan.populations().stream().map(this::population).toList())
        .protocols(
            smtp(plan.host(), plan.port())
                .from(plan.sources().toArray(String[]::new))
                .replyTimeout(plan.replyWithin())
                .intendedStart(record)
                .listener(record)
                .sampler(sample));
  }

  private PopulationBuilder population(Population population) {
    ChainBuilder chain =
        exec(begin(population))
            .exec(smtp("connect").connect().silent())
            .exitHereIfFailed()
            .exec(smtp("ehlo").ehlo().silent())
            .exitHereIfFailed();
    if (plan.startTls()) {
      chain =
          chain
              .exec(smtp("starttls").starttls().silent())
              .exitHereIfFailed()
              .exec(smtp("ehlo").ehlo().silent())
              .exitHereIfFailed();
    }
    if (!plan.user().isEmpty()) {
      chain =
          chain
              .exec(session -> session.set("user", plan.user()).set("password", password))
              .exec(smtp("auth").authPlain("#{user}", "#{password}").silent())
              .exitHereIfFailed();
    }
    return inject(scenario(population.name()).exec(chain.exec(script(population))), population);
  }

  private Function<Session, Session> begin(Population population) {
    var count = new AtomicLong();
    return session -> {
      long number = count.getAndIncrement();
      List<String> nodes = population.nodes();
      String node = nodes.get((int) (number % nodes.size()));
      return session.set("node", node).set("number", number);
    };
  }

  private ChainBuilder script(Population population) {
    if (population.script() instanceof Script.Send send) {
      return send(population, send);
    }
    var ask = (Script.Ask) population.script();
    if (ask.end() == Script.End.RESET) {
      return exec(smtp("etrn").etrn("#{node}").thenDrop());
    }
    // A refusal is counted and told, and the session goes on to its end.
    return repeat(ask.times())
        .on(exec(smtp("etrn").etrn("#{node}")))
        .exec(smtp("quit").quit().silent());
  }

  private ChainBuilder send(Population population, Script.Send send) {
    return exec(session -> withMessage(session, population, send))
        .exec(smtp("mail").mail("sender@client.example").silent())
        .exec(smtp("rcpt").rcpt("inbox@#{node}").silent())
        .exec(smtp("data").data("#{content}"))
        .exec(smtp("quit").quit().silent());
  }

  private Session withMessage(Session session, Population population, Script.Send send) {
    String node = Objects.requireNonNull(session.getString("node"));
    var token = new Token(node, population.name() + session.getLong("number"));
    record.sends(session.userId(), token);
    byte[] message = token.message(send.octets());
    return session.set("content", new String(message, StandardCharsets.US_ASCII));
  }

  private static PopulationBuilder inject(ScenarioBuilder scenario, Population population) {
    Duration after = population.after();
    Pace pace = population.pace();
    if (pace instanceof Pace.Concurrent closed) {
      var steady = constantConcurrentUsers(closed.sessions()).during(closed.lasting());
      return after.isZero()
          ? scenario.injectClosed(steady)
          : scenario.injectClosed(constantConcurrentUsers(0).during(after), steady);
    }
    var open =
        pace instanceof Pace.AtOnce once
            ? atOnceUsers(once.sessions())
            : pace instanceof Pace.Steps steps
                ? incrementUsersPerSec(steps.perSecond())
                    .times(steps.levels())
                    .eachLevelLasting(steps.each())
                    .startingFrom(steps.perSecond())
                : constantUsersPerSec(((Pace.Constant) pace).perSecond()).during(pace.lasting());
    return scenario.injectOpen(nothingFor(after), open);
  }
}
