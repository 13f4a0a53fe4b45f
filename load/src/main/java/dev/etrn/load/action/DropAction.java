package dev.etrn.load.action;

import dev.etrn.load.protocol.ReplyListener;
import dev.etrn.load.protocol.SmtpComponents;
import dev.etrn.load.protocol.SmtpConnection;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepError;
import dev.etrn.load.protocol.VirtualUser;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An action that drops the connection with RST, with or without a last command whose reply is not
 * read.
 */
final class DropAction extends ForwardingAction {

  private final CommandTemplate command;
  private final boolean isCommandSent;
  private final RequestLog log;

  DropAction(ScenarioContext context, Action next, CommandTemplate command, boolean isCommandSent) {
    super(context, next);
    this.command = command;
    this.isCommandSent = isCommandSent;
    this.log = new RequestLog(stats(), clock());
  }

  @Override
  public String name() {
    return "smtp drop";
  }

  @Override
  void perform(Session session) {
    ReadyCommand ready;
    try {
      ready = command.ready(session);
    } catch (CommandTemplate.UnresolvedExpressionException e) {
      crash(session, name(), e.why());
      return;
    }
    Optional<SmtpConnection> connection = SmtpComponents.connection(session);
    if (connection.isPresent()) {
      drop(session, connection.get(), ready);
    } else {
      crash(session, ready.name(), "no connection");
    }
  }

  private void drop(Session session, SmtpConnection connection, ReadyCommand ready) {
    long startMillis = log.nowMillis();
    long startNanos = System.nanoTime();
    VirtualUser user = connection.user();
    StepError lostBy = connection.lostBy().orElse(null);
    if (lostBy == null && isCommandSent) {
      connection.step(command.step());
      connection.send(ready.line(), ready.shown(), new UnusedReplies(), 0);
    }
    connection.reset();
    long endNanos = System.nanoTime();
    user.ended(Step.DROP, ready.node(), 0, lostBy, lostBy == null, startNanos, endNanos);
    @Nullable String complaint = lostBy == null ? null : lostBy.text();
    forward(
        log.ended(
            SmtpComponents.without(session),
            ready.name(),
            command.isSilent(),
            startMillis,
            0,
            complaint));
  }

  /** A listener that ignores all replies. */
  private static final class UnusedReplies implements ReplyListener {
    @Override
    public void replied(int code, long nanos) {}

    @Override
    public void failed(StepError error, long nanos) {}
  }
}
