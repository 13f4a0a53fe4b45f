package dev.etrn.load.engine;

import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.etrn.load.exchanger.Token;
import dev.etrn.load.protocol.ConnectionObserver;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.SessionScript;
import dev.etrn.load.shard.SessionSchedule;
import dev.etrn.load.shard.Shard;
import io.gatling.core.controller.inject.open.OpenInjectionProfile;
import io.gatling.core.controller.inject.open.OpenInjectionStep;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import scala.jdk.javaapi.CollectionConverters;

/** The simulation that plays a shard of a plan. */
public final class PlannedSimulation extends Simulation {

  private final LoadPlan plan;
  private final Shard shard;
  private final BiConsumer<Long, Token> messages;
  private final Instant start;
  private final String password;

  /**
   * Creates the simulation.
   *
   * @param observer the observer of all sessions
   * @param messages a consumer that gets each user and the message that the user is about to send
   * @param start the instant at which all injectors begin
   * @param password the password of the plan's user; the empty string if there is no user
   */
  public PlannedSimulation(
      LoadPlan plan,
      Shard shard,
      ConnectionObserver observer,
      BiConsumer<Long, Token> messages,
      Instant start,
      String password) {
    this.plan = plan;
    this.shard = shard;
    this.messages = messages;
    this.start = start;
    this.password = password;
    setUp(
            plan.populations().stream()
                .flatMap(population -> population(population).stream())
                .toList())
        .protocols(
            smtp(plan.host(), plan.port())
                .from(plan.sources().toArray(String[]::new))
                .replyTimeout(plan.replyWithin())
                .intendedStart(observer.start())
                .listener(observer.listener())
                .sampler(observer.sampler()));
  }

  /** Returns Gatling's form of a population; empty if the shard holds none of its sessions. */
  private Optional<PopulationBuilder> population(Population population) {
    return share(population)
        .map(
            share ->
                inject(
                    scenario(population.name()).exec(session(population, share)),
                    population,
                    share));
  }

  /**
   * Returns the shard of a population. Each injector has to warm up completely, so the warm-up is
   * not divided.
   */
  private Optional<Shard> share(Population population) {
    if (!Population.counts(population.name())) {
      return Optional.of(Shard.WHOLE);
    }
    return population.pace() instanceof Pace.Concurrent closed
        ? shard.among(closed.sessions())
        : Optional.of(shard);
  }

  private ChainBuilder session(Population population, Shard share) {
    ChainBuilder chain =
        exec(begin(population, share))
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
    return chain.exec(script(population));
  }

  private Function<Session, Session> begin(Population population, Shard share) {
    var count = new AtomicLong();
    return session -> {
      long number = share.number(count.getAndIncrement());
      List<String> nodes = population.nodes();
      String node = nodes.get((int) (number % nodes.size()));
      return session.set("node", node).set("number", number);
    };
  }

  private ChainBuilder script(Population population) {
    if (population.script() instanceof SessionScript.Send send) {
      return send(population, send);
    }
    var ask = (SessionScript.Ask) population.script();
    if (ask.end() == SessionScript.End.RESET) {
      return exec(smtp("etrn").etrn("#{node}").thenDrop());
    }
    // A refusal is counted and reported, and the session continues to its end.
    return repeat(ask.times())
        .on(exec(smtp("etrn").etrn("#{node}")))
        .exec(smtp("quit").quit().silent());
  }

  private ChainBuilder send(Population population, SessionScript.Send send) {
    return exec(session -> withMessage(session, population, send))
        .exec(smtp("mail").mail("sender@client.example").silent())
        .exec(smtp("rcpt").rcpt("inbox@#{node}").silent())
        .exec(smtp("data").data("#{content}"))
        .exec(smtp("quit").quit().silent());
  }

  private Session withMessage(Session session, Population population, SessionScript.Send send) {
    String node = Objects.requireNonNull(session.getString("node"));
    var token = new Token(node, population.name() + session.getLong("number"));
    messages.accept(session.userId(), token);
    byte[] message = token.message(send.octets());
    return session.set("content", new String(message, StandardCharsets.US_ASCII));
  }

  private PopulationBuilder inject(ScenarioBuilder scenario, Population population, Shard share) {
    Instant firstStart = start.plus(population.after());
    if (population.pace() instanceof Pace.Concurrent closed) {
      int sessions = (int) share.share(closed.sessions());
      var steady = constantConcurrentUsers(sessions).during(closed.lasting());
      Duration before = Duration.between(Instant.now(), firstStart);
      return before.isNegative()
          ? scenario.injectClosed(steady)
          : scenario.injectClosed(constantConcurrentUsers(0).during(before), steady);
    }
    var arrivals = new SessionSchedule(population.pace());
    OpenInjectionStep step =
        new ScheduledInjectionStep(
            firstStart, () -> arrivals.of(share), population.pace().lasting());
    var profile = new OpenInjectionProfile(CollectionConverters.asScala(List.of(step)).toList());
    return new PopulationBuilder(scenario.wrapped.inject(profile));
  }
}
