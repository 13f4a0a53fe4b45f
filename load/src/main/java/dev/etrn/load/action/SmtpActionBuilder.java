package dev.etrn.load.action;

import dev.etrn.load.protocol.SmtpComponents;
import dev.etrn.load.protocol.SmtpProtocol;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.structure.ScenarioContext;

/**
 * An action before it is part of a scenario.
 *
 * @param name under which Gatling reports it
 */
public record SmtpActionBuilder(String name, Move move, Expectation expected)
    implements ActionBuilder {

  @Override
  public Action build(ScenarioContext context, Action next) {
    SmtpComponents components = context.protocolComponentsRegistry().components(SmtpProtocol.KEY);
    return new SmtpAction(name, components, move, expected, next);
  }
}
