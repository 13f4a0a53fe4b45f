package dev.etrn.load.action;

import dev.etrn.load.protocol.Step;
import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.core.session.Session;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/**
 * A command of one virtual user, with what may depend on its session still open.
 *
 * @param name the request's name in reports
 * @param step what it is
 * @param line without its CRLF, and without the node of an ETRN, which is its end
 * @param shown stands for the line in a transcript, when that holds a secret
 * @param node what an ETRN asks for
 * @param content the message after DATA, dot-stuffed and with its final dot
 * @param expected of the reply; after DATA, of the reply to the content
 * @param isSilent whether a success is left out of Gatling's log
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

  CommandTemplate withExpected(ReplyExpectation other) {
    return new CommandTemplate(name, step, line, shown, node, content, other, isSilent);
  }

  CommandTemplate withLine(Function1<Session, Validation<String>> other) {
    return new CommandTemplate(name, step, other, shown, node, content, expected, isSilent);
  }

  CommandTemplate silenced() {
    return new CommandTemplate(name, step, line, shown, node, content, expected, true);
  }

  /**
   * The command of one session.
   *
   * @throws UnresolvedExpressionException when the session lacks what an expression names
   */
  ReadyCommand ready(Session session) {
    String asked = node == null ? null : resolve(node, session);
    return new ReadyCommand(
        resolve(name, session),
        this,
        resolve(line, session) + (asked == null ? "" : asked) + "\r\n",
        asked,
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

    private final String why;

    UnresolvedExpressionException(String why) {
      super(why);
      this.why = why;
    }

    String why() {
      return why;
    }
  }
}
