package dev.etrn.load.action;

import dev.etrn.load.protocol.Step;
import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.core.session.Session;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/**
 * The template of a command; its expressions are resolved in the session of each virtual user.
 *
 * @param name the request's name in reports
 * @param step the kind of command
 * @param line the line without its CRLF, and without the node that an ETRN ends with
 * @param shown the text that stands for the line in a transcript, if the line holds a secret
 * @param node the node of an ETRN
 * @param content the message after DATA, dot-stuffed and with its final dot
 * @param expected the expectation of the reply; for DATA, of the reply to the content
 * @param isSilent true if a success is left out of Gatling's log
 */
record CommandTemplate(
    Function1<Session, Validation<String>> name,
    Step step,
    Function1<Session, Validation<String>> line,
    @Nullable String shown,
    @Nullable Function1<Session, Validation<String>> node,
    @Nullable Function1<Session, Validation<String>> content,
    ReplyExpectation expected,
    boolean isSilent) {

  CommandTemplate withExpected(ReplyExpectation newExpectation) {
    return new CommandTemplate(name, step, line, shown, node, content, newExpectation, isSilent);
  }

  CommandTemplate withLine(Function1<Session, Validation<String>> newLine) {
    return new CommandTemplate(name, step, newLine, shown, node, content, expected, isSilent);
  }

  CommandTemplate silenced() {
    return new CommandTemplate(name, step, line, shown, node, content, expected, true);
  }

  /**
   * Returns the command of one session.
   *
   * @throws UnresolvedExpressionException when the session lacks what an expression names
   */
  ReadyCommand ready(Session session) {
    String resolvedNode = node == null ? null : resolve(node, session);
    return new ReadyCommand(
        resolve(name, session),
        this,
        resolve(line, session) + (resolvedNode == null ? "" : resolvedNode) + "\r\n",
        resolvedNode,
        content == null ? null : resolve(content, session));
  }

  static String resolve(Function1<Session, Validation<String>> expression, Session session) {
    Validation<String> value = expression.apply(session);
    if (value instanceof Success<String> success) {
      return success.value();
    }
    throw new UnresolvedExpressionException(message(value));
  }

  private static String message(Object validation) {
    return validation instanceof Failure failure ? failure.message() : "no value";
  }

  /** An expression that the session cannot fill in. */
  static final class UnresolvedExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnresolvedExpressionException(String reason) {
      super(reason);
      this.reason = reason;
    }

    String why() {
      return reason;
    }
  }
}
