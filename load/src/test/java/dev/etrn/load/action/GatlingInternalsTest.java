package dev.etrn.load.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All that this module uses of Gatling beyond its Java DSL, by name and signature: when an upgrade
 * changes one of them, it is told here and not in the middle of a run.
 */
class GatlingInternalsTest {

  @ParameterizedTest(name = "{0}.{1}{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "io.gatling.core.action.Action|$bang|[Session]",
        "io.gatling.core.action.Action|execute|[Session]",
        "io.gatling.core.action.BlockExit|mustExit|[Session]",
        "io.gatling.core.action.BlockExit|exitBlock|[StatsEngine, long]",
        "io.gatling.core.action.ExitableAction|$bang|[Session]",
        "io.gatling.core.action.builder.ActionBuilder|build|[ScenarioContext, Action]",
        "io.gatling.core.structure.ScenarioContext|protocolComponentsRegistry|[]",
        "io.gatling.core.protocol.ProtocolComponentsRegistry|components|[ProtocolKey]",
        "io.gatling.core.protocol.ProtocolComponents|onStart|[]",
        "io.gatling.core.protocol.ProtocolComponents|onExit|[]",
        "io.gatling.core.protocol.ProtocolKey|protocolClass|[]",
        "io.gatling.core.protocol.ProtocolKey|defaultProtocolValue|[GatlingConfiguration]",
        "io.gatling.core.protocol.ProtocolKey|newComponents|[CoreComponents]",
        "io.gatling.core.CoreComponents|statsEngine|[]",
        "io.gatling.core.CoreComponents|clock|[]",
        "io.gatling.core.stats.StatsEngine|logResponse"
            + "|[String, List, String, long, long, Status, Option, Option]",
        "io.gatling.core.stats.StatsEngine|logRequestCrash|[String, List, String, String]",
        "io.gatling.core.session.Session|eventLoop|[]",
        "io.gatling.core.session.Session|userId|[]",
        "io.gatling.core.session.Session|scenario|[]",
        "io.gatling.core.session.Session|groups|[]",
        "io.gatling.core.session.Session|markAsFailed|[]",
        "io.gatling.javaapi.core.internal.Expressions|toStringExpression|[String]",
        "io.gatling.app.Gatling$|fromArgs|[String[]]",
        "com.typesafe.scalalogging.StrictLogging|logger|[]",
      })
  void isThereAsThisModuleUsesIt(String type, String method, String parameters) throws Exception {
    assertThat(Class.forName(type).getMethods())
        .as("Gatling has changed: %s of %s", method, type)
        .anyMatch(
            one ->
                one.getName().equals(method)
                    && Arrays.stream(one.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList()
                        .toString()
                        .equals(parameters));
  }
}
