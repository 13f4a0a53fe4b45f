package dev.etrn.load.action;

import dev.etrn.load.protocol.Connector;
import dev.etrn.load.protocol.ReplyListener;
import dev.etrn.load.protocol.SmtpComponents;
import dev.etrn.load.protocol.SmtpConnection;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepError;
import dev.etrn.load.protocol.VirtualUser;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import org.jspecify.annotations.Nullable;

/**
 * An action that connects and reads the greeting; it first closes a connection that the user still
 * has.
 */
final class ConnectAction extends ForwardingAction {

  private final CommandTemplate command;
  private final SmtpComponents components;
  private final RequestLog log;

  ConnectAction(
      ScenarioContext context, Action next, CommandTemplate command, SmtpComponents components) {
    super(context, next);
    this.command = command;
    this.components = components;
    this.log = new RequestLog(stats(), clock());
  }

  @Override
  public String name() {
    return "smtp connect";
  }

  @Override
  void perform(Session session) {
    String request;
    try {
      request = CommandTemplate.resolve(command.name(), session);
    } catch (CommandTemplate.UnresolvedExpressionException e) {
      crash(session, name(), e.why());
      return;
    }
    SmtpComponents.connection(session).ifPresent(SmtpConnection::close);
    VirtualUser user = components.user(session);
    var attempt = new Attempt(SmtpComponents.without(session), user, request, log.nowMillis());
    components.connector().connect(session.eventLoop(), user, attempt);
  }

  /** One user's attempt to connect, from the call to the greeting. */
  private final class Attempt implements Connector.Listener {

    private final Session session;
    private final VirtualUser user;
    private final String request;
    private final long startMillis;
    private final long startNanos = System.nanoTime();

    Attempt(Session session, VirtualUser user, String request, long startMillis) {
      this.session = session;
      this.user = user;
      this.request = request;
      this.startMillis = startMillis;
    }

    @Override
    public void connected(SmtpConnection connection, long connectedNanos) {
      user.ended(Step.CONNECT, null, 0, null, true, startNanos, connectedNanos);
      connection.await(
          new ReplyListener() {
            @Override
            public void replied(int code, long nanos) {
              greeted(connection, code, connectedNanos, nanos);
            }

            @Override
            public void failed(StepError error, long nanos) {
              user.ended(Step.BANNER, null, 0, error, false, connectedNanos, nanos);
              end(session, 0, error.text());
            }
          });
    }

    @Override
    public void failed(StepError error, long nanos) {
      user.ended(Step.CONNECT, null, 0, error, false, startNanos, nanos);
      end(session, 0, error.text());
    }

    private void greeted(SmtpConnection connection, int code, long connectedNanos, long nanos) {
      String complaint = command.expected().complaint(code, connection::replyText).orElse(null);
      user.ended(Step.BANNER, null, code, null, complaint == null, connectedNanos, nanos);
      end(SmtpComponents.with(session, connection), code, complaint);
    }

    private void end(Session endedSession, int code, @Nullable String complaint) {
      forward(log.ended(endedSession, request, command.isSilent(), startMillis, code, complaint));
    }
  }
}
