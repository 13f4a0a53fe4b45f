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
import dev.etrn.load.run.InjectorFiles;
import dev.etrn.load.run.PlanFile;
import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Pace;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.Script;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Plays the plan in the directory that a system property names. */
public final class PlannedSimulation extends Simulation {

  private final LoadPlan plan;
  private final InjectorRecord record;

  /** As Gatling makes it. */
  public PlannedSimulation() {
    var files = new InjectorFiles(Path.of(System.getProperty(Injector.DIRECTORY, ".")));
    try {
      plan = PlanFile.read(files.plan());
      record = InjectorRecord.begin(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    setUp(plan.populations().stream().map(this::population).toList())
        .protocols(
            smtp(new InetSocketAddress(plan.host(), plan.port()))
                .replyWithin(plan.replyWithin())
                .tellingOf(record));
  }

  /** Writes what is pending. */
  @Override
  public void after() {
    record.close();
  }

  private PopulationBuilder population(Population population) {
    ChainBuilder chain =
        exec(begin(population))
            .exec(smtp("connect").connect().silent())
            .exitHereIfFailed()
            .exec(smtp("ehlo").ehlo("client.example").silent())
            .exitHereIfFailed();
    if (plan.startTls()) {
      chain =
          chain
              .exec(smtp("starttls").startTls().silent())
              .exitHereIfFailed()
              .exec(smtp("ehlo").ehlo("client.example").silent());
    }
    return inject(scenario(population.name()).exec(chain.exec(script(population))), population);
  }

  private Function<Session, Session> begin(Population population) {
    var count = new AtomicLong();
    return session -> {
      long number = count.getAndIncrement();
      List<String> nodes = population.nodes();
      record.begins(population, session.userId(), number);
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
      return exec(smtp("etrn").etrnAndRunAway("#{node}"));
    }
    // A refusal is counted and told, and the session goes on to its end.
    return repeat(ask.times())
        .on(exec(smtp("etrn").etrn("#{node}")))
        .exec(smtp("quit").quit().silent());
  }

  private static ChainBuilder send(Population population, Script.Send send) {
    return exec(smtp("mail").mail("sender@client.example").silent())
        .exec(smtp("rcpt").rcpt("inbox@#{node}").silent())
        .exec(smtp("data").data().expecting(354).silent())
        .exitHereIfFailed()
        .exec(
            session -> {
              var token =
                  new Token(
                      String.valueOf(session.getString("node")),
                      population.name() + session.getLong("number"));
              byte[] message = token.message(send.octets());
              return session.set(
                  "content", new String(message, java.nio.charset.StandardCharsets.US_ASCII));
            })
        .exec(smtp("content").content("#{content}"))
        .exec(smtp("quit").quit().silent());
  }

  private static PopulationBuilder inject(
      io.gatling.javaapi.core.ScenarioBuilder scenario, Population population) {
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
