package dev.etrn.load.dsl;

import dev.etrn.load.action.Expectation;
import dev.etrn.load.action.Move;
import dev.etrn.load.action.SmtpActionBuilder;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An action with what is expected of its reply; immutable. */
public final class SmtpAction implements ActionBuilder {

  private final String name;
  private final Move move;
  private final Expectation expected;

  private SmtpAction(String name, Move move, Expectation expected) {
    this.name = name;
    this.move = move;
    this.expected = expected;
  }

  static SmtpAction of(String name, Move move) {
    return new SmtpAction(name, move, Expectation.POSITIVE);
  }

  /** Which codes are right; without it every positive one. */
  public SmtpAction expecting(int... codes) {
    return with(
        new Expectation(
            Arrays.stream(codes).boxed().collect(Collectors.toSet()),
            expected.text(),
            expected.isSilent()));
  }

  /** What has to be found in the first line of the reply, behind its code. */
  public SmtpAction checkText(String regularExpression) {
    Pattern pattern = Pattern.compile(regularExpression);
    return with(
        new Expectation(
            expected.codes(), text -> pattern.matcher(text).find(), expected.isSilent()));
  }

  /** Not in Gatling's own log; the listener hears of it all the same. */
  public SmtpAction silent() {
    return with(new Expectation(expected.codes(), expected.text(), true));
  }

  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return new SmtpActionBuilder(name, move, expected);
  }

  /** Its commands, for a group. */
  List<Move.Line> lines() {
    if (move instanceof Move.Lines lines) {
      return lines.lines();
    }
    throw new IllegalArgumentException("only commands of one line can be pipelined, not " + name);
  }

  private SmtpAction with(Expectation other) {
    return new SmtpAction(name, move, other);
  }
}
