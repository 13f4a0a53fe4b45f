package dev.etrn.load.action;

import dev.etrn.load.protocol.Step;
import io.gatling.commons.validation.Validation;
import io.gatling.core.session.Session;
import java.util.List;
import scala.Function1;

/** What one action does. */
public sealed interface Move {

  /** Opens the connection, and reads the greeting. */
  record Connect() implements Move {}

  /** STARTTLS and the handshake. */
  record StartTls() implements Move {}

  /** Lines in one write; each has a reply. */
  record Lines(List<Line> lines) implements Move {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Message content, after DATA was answered 354.
   *
   * @param content whole lines, without the final dot
   */
  record Content(Function1<Session, Validation<String>> content) implements Move {}

  /** A line whose reply is not waited for: the connection is reset as soon as it is written. */
  record Runaway(Line line) implements Move {}

  /**
   * One command.
   *
   * @param text without CRLF, made from the session's attributes
   */
  record Line(Step step, Function1<Session, Validation<String>> text) {}
}
