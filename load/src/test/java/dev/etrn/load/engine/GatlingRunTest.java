package dev.etrn.load.engine;

import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.forAll;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.load.engine.GatlingRun.Outcome;
import dev.etrn.load.engine.GatlingRun.RunFailedException;
import dev.etrn.load.example.PartnersSimulation;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepResult;
import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("sets a system property, and listens to the log")
class GatlingRunTest {

  @TempDir private Path results = Path.of("");

  @Test
  void runsAUsersOwnSimulationByItsName() throws IOException, RunFailedException {
    try (EtrnServer server = server()) {
      System.setProperty("port", Integer.toString(server.address().getPort()));
      Outcome outcome = GatlingRun.run(PartnersSimulation.class.getName(), results);
      assertThat(outcome.exitCode()).as(outcome.printed()).isZero();
      assertThat(outcome.requests()).isEqualTo(40);
      assertThat(outcome.isLogIncomplete()).isFalse();
      assertThat(outcome.log().resolve("simulation.log")).isNotEmptyFile();
    } finally {
      System.clearProperty("port");
    }
  }

  @Test
  void tellsTheListenerOfEveryStep() throws IOException, RunFailedException {
    List<StepResult> heard = new CopyOnWriteArrayList<>();
    try (EtrnServer server = server()) {
      Outcome outcome =
          GatlingRun.run(Greeting.class, () -> new Greeting(server.address(), heard), results);
      assertThat(outcome.exitCode()).as(outcome.printed()).isZero();
    }
    assertThat(heard)
        .extracting(StepResult::step)
        .containsExactly(Step.CONNECT, Step.BANNER, Step.EHLO, Step.ETRN, Step.QUIT);
    assertThat(heard).extracting(StepResult::code).containsExactly(0, 220, 250, 251, 221);
    assertThat(heard).allMatch(StepResult::isExpected);
    assertThat(heard).allMatch(step -> step.serviceNanos() > 0);
    assertThat(heard).allMatch(step -> step.intendedStartNanos() <= step.startNanos());
    assertThat(heard.get(3).node()).isEqualTo("branch.example");
  }

  @Test
  void endsWith2WhenAnAssertionDoesNotHold() throws IOException, RunFailedException {
    try (EtrnServer server = server()) {
      Outcome outcome = GatlingRun.run(Refused.class, () -> new Refused(server.address()), results);
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.printed()).contains("percentage of failed events");
    }
  }

  @Test
  void reportsAServerThatIsNotThere() throws IOException, RunFailedException {
    List<StepResult> heard = new CopyOnWriteArrayList<>();
    InetSocketAddress closedAddress;
    try (EtrnServer server = server()) {
      closedAddress = server.address();
    }
    Outcome outcome =
        GatlingRun.run(Greeting.class, () -> new Greeting(closedAddress, heard), results);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(heard).singleElement().extracting(StepResult::error).hasToString("REFUSED");
  }

  @Test
  void leavesTheLoggingAsItWas() throws IOException, RunFailedException {
    try (EtrnServer server = server()) {
      GatlingRun.run(Refused.class, () -> new Refused(server.address()), results);
    }
    var context = (ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory();
    assertThat(context.isStarted()).isTrue();
  }

  @Test
  void saysWhichClassIsMissing() {
    assertThatThrownBy(() -> GatlingRun.run("no.such.Simulation", results))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no class no.such.Simulation; is it on the class path?");
  }

  @Test
  void saysWhatAClassLacks() {
    assertThatThrownBy(() -> GatlingRun.run("java.lang.String", results))
        .hasMessageStartingWith("java.lang.String is no simulation; it must extend ");
  }

  private static EtrnServer server() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return EtrnServer.start(
        BuiltInConfig.config(
            new InetSocketAddress(loopback, 0), new InetSocketAddress(loopback, 9)));
  }

  /** A simulation of one session that succeeds. */
  public static final class Greeting extends Simulation {
    Greeting(InetSocketAddress server, List<StepResult> heard) {
      setUp(
              scenario("greeting")
                  .exec(
                      smtp("connect").connect(),
                      exitHereIfFailed(),
                      smtp("EHLO").ehlo(),
                      smtp("ETRN").etrn("branch.example").expecting(251),
                      smtp("QUIT").quit())
                  .injectOpen(atOnceUsers(1)))
          .protocols(smtp(server).listener(heard::add))
          .assertions(global().failedRequests().count().is(0L));
    }
  }

  /** A simulation of one session that expects a reply that does not come. */
  public static final class Refused extends Simulation {
    Refused(InetSocketAddress server) {
      setUp(
              scenario("refused")
                  .exec(
                      smtp("connect").connect(),
                      smtp("EHLO").ehlo().silent(),
                      smtp("ETRN").etrn("denied.example"))
                  .injectOpen(atOnceUsers(1)))
          .protocols(smtp(server))
          .assertions(forAll().failedRequests().percent().is(0.0));
    }
  }
}
