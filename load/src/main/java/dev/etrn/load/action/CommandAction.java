package dev.etrn.load.action;

import dev.etrn.load.protocol.SmtpComponents;
import dev.etrn.load.protocol.SmtpConnection;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import java.util.List;
import java.util.Optional;

/** An action that sends one command, or several in one write, and waits for all replies. */
final class CommandAction extends ForwardingAction {

  private final List<CommandTemplate> commands;
  private final RequestLog log;

  CommandAction(ScenarioContext context, Action next, List<CommandTemplate> commands) {
    super(context, next);
    this.commands = List.copyOf(commands);
    this.log = new RequestLog(stats(), clock());
  }

  @Override
  public String name() {
    return "smtp " + commands.get(0).step().label();
  }

  @Override
  void perform(Session session) {
    List<ReadyCommand> ready;
    try {
      ready = ready(session);
    } catch (CommandTemplate.UnresolvedExpressionException e) {
      crash(session, name(), e.why());
      return;
    }
    Optional<SmtpConnection> connection = SmtpComponents.connection(session);
    if (connection.isPresent()) {
      new CommandExchange(session, connection.get(), ready, log, this::forward).start();
    } else {
      crash(session, ready.get(0).name(), "no connection");
    }
  }

  private List<ReadyCommand> ready(Session session) {
    if (commands.size() == 1) {
      return List.of(commands.get(0).ready(session));
    }
    return commands.stream().map(command -> command.ready(session)).toList();
  }
}
