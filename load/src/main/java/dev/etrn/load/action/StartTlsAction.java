package dev.etrn.load.action;

import dev.etrn.load.protocol.ReplyListener;
import dev.etrn.load.protocol.SmtpComponents;
import dev.etrn.load.protocol.SmtpConnection;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepError;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.netty.buffer.ByteBufAllocator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An action that sends STARTTLS, and does the handshake if the server agrees (RFC 3207). */
final class StartTlsAction extends ForwardingAction {

  private static final String LINE = "STARTTLS\r\n";

  private final CommandTemplate command;
  private final SmtpComponents components;
  private final RequestLog log;

  StartTlsAction(
      ScenarioContext context, Action next, CommandTemplate command, SmtpComponents components) {
    super(context, next);
    this.command = command;
    this.components = components;
    this.log = new RequestLog(stats(), clock());
  }

  @Override
  public String name() {
    return "smtp starttls";
  }

  @Override
  void perform(Session session) {
    Optional<SmtpConnection> connection = SmtpComponents.connection(session);
    String request;
    try {
      request = CommandTemplate.resolve(command.name(), session);
    } catch (CommandTemplate.UnresolvedExpressionException e) {
      crash(session, name(), e.why());
      return;
    }
    if (connection.isPresent()) {
      new Upgrade(session, connection.get(), request).start();
    } else {
      crash(session, request, "no connection");
    }
  }

  /** The upgrade of one connection to TLS; it waits for the reply, then for the handshake. */
  private final class Upgrade implements ReplyListener {

    private final Session session;
    private final SmtpConnection connection;
    private final String request;
    private final long startMillis = log.nowMillis();
    private long startNanos = System.nanoTime();
    private Step step = Step.STARTTLS;

    Upgrade(Session session, SmtpConnection connection, String request) {
      this.session = session;
      this.connection = connection;
      this.request = request;
    }

    void start() {
      if (!connection.isOpen()) {
        failed(connection.lostBy().orElse(StepError.CLOSED), startNanos);
        return;
      }
      connection.step(step);
      connection.send(LINE, LINE, this, 1);
    }

    @Override
    public void replied(int code, long nanos) {
      if (step == Step.TLS) {
        connection.user().ended(step, null, 0, null, true, startNanos, nanos);
        end(session, 220, null);
        return;
      }
      String complaint = command.expected().complaint(code, connection::replyText).orElse(null);
      connection.user().ended(step, null, code, null, complaint == null, startNanos, nanos);
      if (code == 220 && complaint == null) {
        step = Step.TLS;
        startNanos = System.nanoTime();
        connection.startTls(components.protocol().tls().newHandler(ByteBufAllocator.DEFAULT), this);
      } else {
        end(session, code, complaint);
      }
    }

    @Override
    public void failed(StepError error, long nanos) {
      connection.user().ended(step, null, 0, error, false, startNanos, nanos);
      end(SmtpComponents.without(session), 0, error.text());
    }

    private void end(Session endedSession, int code, @Nullable String complaint) {
      forward(log.ended(endedSession, request, command.isSilent(), startMillis, code, complaint));
    }
  }
}
