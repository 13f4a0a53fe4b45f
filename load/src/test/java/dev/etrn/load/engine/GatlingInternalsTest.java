package dev.etrn.load.engine;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.typesafe.scalalogging.Logger;
import io.gatling.app.RunResult;
import io.gatling.app.RunResultProcessor;
import io.gatling.app.Runner;
import io.gatling.app.Selection;
import io.gatling.app.SimulationClass;
import io.gatling.charts.stats.LogFileData;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.commons.util.Clock;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.action.BlockExit;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.config.GatlingConfiguration$;
import io.gatling.core.controller.inject.InjectionProfile;
import io.gatling.core.controller.inject.open.OpenInjectionProfile;
import io.gatling.core.controller.inject.open.OpenInjectionStep;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.stats.writer.RunMessage;
import io.gatling.core.structure.PopulationBuilder;
import io.gatling.core.structure.ScenarioBuilder;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.core.internal.Expressions;
import io.gatling.netty.util.Transports;
import io.netty.channel.EventLoopGroup;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.Function0;
import scala.Function1;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

/**
 * Tests of all of Gatling's internals that the protocol and the runner use, by name and signature.
 * After an upgrade of Gatling a change shows here and not as a linkage error in the middle of a
 * run.
 */
class GatlingInternalsTest {

  private static final String THROTTLED =
      "io.gatling.core.controller.throttle.Throttler$Command$ThrottledRequest";

  /**
   * A method of Gatling.
   *
   * @param name the method's name; {@code new} for a constructor
   */
  record Internal(Class<?> owner, String name, Class<?> result, List<Class<?>> parameters) {

    static Internal of(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
      return new Internal(owner, name, result, List.of(parameters));
    }

    void touch() throws NoSuchMethodException {
      Class<?>[] types = parameters.toArray(Class<?>[]::new);
      Class<?> actualResult =
          name.equals("new")
              ? owner.getConstructor(types).getDeclaringClass()
              : owner.getMethod(name, types).getReturnType();
      if (!actualResult.equals(result)) {
        throw new NoSuchMethodException(this + " gives a " + actualResult.getName());
      }
    }

    @Override
    public String toString() {
      return owner.getName() + "." + name + parameters;
    }
  }

  @ParameterizedTest
  @MethodSource("internals")
  void isStillAsWeUseIt(Internal internal) {
    assertThatCode(internal::touch)
        .as("Gatling changed: %s; mend the classes that use it, then this list", internal)
        .doesNotThrowAnyException();
  }

  static Stream<Internal> internals() throws ClassNotFoundException {
    return Stream.of(actions(), sessions(), arrivals(), runs()).flatMap(List::stream);
  }

  private static List<Internal> actions() throws ClassNotFoundException {
    return List.of(
        Internal.of(Action.class, "$bang", void.class, Session.class),
        Internal.of(Action.class, "execute", void.class, Session.class),
        Internal.of(Action.class, "logger", Logger.class),
        Internal.of(
            Action.class,
            "com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq",
            void.class,
            Logger.class),
        Internal.of(BlockExit.class, "mustExit", Option.class, Session.class),
        Internal.of(BlockExit.class, "exitBlock", void.class, StatsEngine.class, long.class),
        Internal.of(
            Class.forName(THROTTLED),
            "new",
            Class.forName(THROTTLED),
            String.class,
            Function0.class),
        Internal.of(ScenarioContext.class, "coreComponents", CoreComponents.class),
        Internal.of(ScenarioContext.class, "throttled", boolean.class),
        Internal.of(
            ScenarioContext.class, "protocolComponentsRegistry", ProtocolComponentsRegistry.class),
        Internal.of(CoreComponents.class, "throttler", Option.class),
        Internal.of(CoreComponents.class, "statsEngine", StatsEngine.class),
        Internal.of(CoreComponents.class, "clock", Clock.class),
        Internal.of(CoreComponents.class, "configuration", GatlingConfiguration.class),
        Internal.of(ProtocolKey.class, "newComponents", Function1.class, CoreComponents.class),
        Internal.of(ProtocolKey.class, "protocolClass", Class.class),
        Internal.of(Expressions.class, "toStringExpression", Function1.class, String.class));
  }

  private static List<Internal> sessions() {
    return List.of(
        Internal.of(Session.class, "attributes", scala.collection.immutable.Map.class),
        Internal.of(Session.class, "set", Session.class, String.class, Object.class),
        Internal.of(Session.class, "remove", Session.class, String.class),
        Internal.of(Session.class, "markAsFailed", Session.class),
        Internal.of(Session.class, "eventLoop", io.netty.channel.EventLoop.class),
        Internal.of(Session.class, "logGroupRequestTimings", Session.class, long.class, long.class),
        Internal.of(
            StatsEngine.class,
            "logResponse",
            void.class,
            String.class,
            scala.collection.immutable.List.class,
            String.class,
            long.class,
            long.class,
            Status.class,
            Option.class,
            Option.class),
        Internal.of(
            StatsEngine.class,
            "logRequestCrash",
            void.class,
            String.class,
            scala.collection.immutable.List.class,
            String.class,
            String.class),
        Internal.of(OK$.class, "toString", String.class),
        Internal.of(KO$.class, "toString", String.class));
  }

  private static List<Internal> arrivals() {
    return List.of(
        Internal.of(
            OpenInjectionStep.class,
            "chain",
            scala.collection.Iterator.class,
            scala.collection.Iterator.class),
        Internal.of(OpenInjectionStep.class, "users", long.class),
        Internal.of(OpenInjectionStep.class, "duration", FiniteDuration.class),
        Internal.of(
            OpenInjectionProfile.class,
            "new",
            OpenInjectionProfile.class,
            scala.collection.immutable.List.class),
        Internal.of(
            ScenarioBuilder.class, "inject", PopulationBuilder.class, InjectionProfile.class),
        Internal.of(
            io.gatling.javaapi.core.PopulationBuilder.class,
            "new",
            io.gatling.javaapi.core.PopulationBuilder.class,
            PopulationBuilder.class));
  }

  private static List<Internal> runs() {
    return List.of(
        Internal.of(
            Runner.class,
            "new",
            Runner.class,
            ActorSystem.class,
            EventLoopGroup.class,
            Clock.class,
            GatlingArgs.class,
            GatlingConfiguration.class),
        Internal.of(Runner.class, "run", RunResult.class),
        Internal.of(Runner.class, "displayVersionWarning", void.class),
        Internal.of(Runner.class, "load", scala.Tuple4.class, Selection.class),
        Internal.of(
            Runner.class,
            "newStatsEngine",
            StatsEngine.class,
            SimulationParams.class,
            RunMessage.class),
        Internal.of(
            Selection.class,
            "new",
            Selection.class,
            SimulationClass.class,
            String.class,
            String.class),
        Internal.of(SimulationClass.class, "params", SimulationParams.class),
        Internal.of(Simulation.class, "params", SimulationParams.class, String.class),
        Internal.of(
            RunResultProcessor.class,
            "processRunResult",
            io.gatling.app.cli.StatusCode.class,
            RunResult.class),
        Internal.of(
            GatlingConfiguration$.class,
            "loadForTest",
            GatlingConfiguration.class,
            scala.collection.immutable.Seq.class),
        Internal.of(
            LogFileData.class,
            "requestGeneralStats",
            Option.class,
            Option.class,
            Option.class,
            Option.class),
        Internal.of(
            Transports.class,
            "newEventLoopGroup",
            EventLoopGroup.class,
            boolean.class,
            boolean.class,
            int.class,
            String.class),
        Internal.of(
            Transports.class,
            "newSocketChannelFactory",
            io.netty.channel.ChannelFactory.class,
            boolean.class,
            boolean.class));
  }
}
