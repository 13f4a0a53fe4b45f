package dev.etrn.load.action;

import dev.etrn.load.protocol.ReplyListener;
import dev.etrn.load.protocol.SmtpComponents;
import dev.etrn.load.protocol.SmtpConnection;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepError;
import io.gatling.core.session.Session;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An exchange of commands and replies of one virtual user, from the write to the last reply. */
final class CommandExchange implements ReplyListener {

  private static final int GO_ON = 354;

  private final SmtpConnection connection;
  private final List<ReadyCommand> commands;
  private final RequestLog log;
  private final Consumer<Session> continuation;
  private Session session;
  private int current;
  private boolean isContentSent;
  private long startNanos;
  private long startMillis;

  CommandExchange(
      Session session,
      SmtpConnection connection,
      List<ReadyCommand> commands,
      RequestLog log,
      Consumer<Session> continuation) {
    this.session = session;
    this.connection = connection;
    this.commands = commands;
    this.log = log;
    this.continuation = continuation;
  }

  void start() {
    startNanos = System.nanoTime();
    startMillis = log.nowMillis();
    if (!connection.isOpen()) {
      // The connection was lost while no command was pending; this command is the first to see it.
      failed(connection.lostBy().orElse(StepError.CLOSED), startNanos);
      return;
    }
    connection.step(commands.get(0).command().step());
    if (commands.size() == 1) {
      ReadyCommand only = commands.get(0);
      connection.send(only.line(), only.shown(), this, 1);
      return;
    }
    var lines = new StringBuilder();
    var shown = new StringBuilder();
    for (ReadyCommand command : commands) {
      lines.append(command.line());
      shown.append(command.shown());
    }
    connection.send(lines.toString(), shown.toString(), this, commands.size());
  }

  @Override
  public void replied(int code, long nanos) {
    ReadyCommand command = commands.get(current);
    if (command.content() != null && !isContentSent && code == GO_ON) {
      notifyUser(Step.DATA, command, code, true, nanos);
      sendContent(command.content());
      return;
    }
    ReplyExpectation expected = command.command().expected();
    String complaint = expected.complaint(code, connection::replyText).orElse(null);
    Step step = isContentSent ? Step.CONTENT : command.command().step();
    notifyUser(step, command, code, complaint == null, nanos);
    log(command, code, complaint);
    current++;
    if (current == commands.size()) {
      finish();
    }
  }

  @Override
  public void failed(StepError error, long nanos) {
    // The listener is called once for each command of a group; the first call handles them all.
    if (current == commands.size()) {
      return;
    }
    for (; current < commands.size(); current++) {
      ReadyCommand command = commands.get(current);
      Step step = isContentSent ? Step.CONTENT : command.command().step();
      connection.user().ended(step, command.node(), 0, error, false, startNanos, nanos);
      log(command, 0, error.text());
    }
    continuation.accept(SmtpComponents.without(session));
  }

  private void sendContent(String content) {
    isContentSent = true;
    startNanos = System.nanoTime();
    connection.step(Step.CONTENT);
    connection.send(content, content, this, 1);
  }

  private void finish() {
    if (commands.get(current - 1).command().step() == Step.QUIT) {
      connection.close();
      session = SmtpComponents.without(session);
    }
    continuation.accept(session);
  }

  private void notifyUser(
      Step step, ReadyCommand command, int code, boolean isExpected, long endNanos) {
    connection.user().ended(step, command.node(), code, null, isExpected, startNanos, endNanos);
  }

  private void log(ReadyCommand command, int code, @Nullable String complaint) {
    session =
        log.ended(
            session, command.name(), command.command().isSilent(), startMillis, code, complaint);
  }
}
