package dev.etrn.load.action;

import io.gatling.core.action.Action;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One request of a simulation, and what is expected of its reply.
 *
 * <p>Immutable: each method returns another request.
 */
public final class RequestBuilder implements ActionBuilder {

  /** Makes the action of a request. */
  @FunctionalInterface
  interface ActionFactory {
    Action make(ScenarioContext context, Action next, CommandTemplate command);
  }

  private final CommandTemplate command;
  private final ActionFactory maker;

  RequestBuilder(CommandTemplate command, ActionFactory maker) {
    this.command = command;
    this.maker = maker;
  }

  /**
   * The reply must have one of these codes; each request says which it expects otherwise.
   *
   * @throws IllegalArgumentException without any code
   */
  public RequestBuilder expecting(int... codes) {
    return with(command.withExpected(command.expected().withCodes(codes)));
  }

  /**
   * The reply's text must satisfy this, too.
   *
   * @param name for reports; keep it to few
   * @param holds is given the text without codes, its lines joined by LF; must not block
   */
  public RequestBuilder check(String name, Predicate<String> holds) {
    return with(
        command.withExpected(command.expected().with(new ReplyExpectation.Check(name, holds))));
  }

  /**
   * This regular expression must be found in the reply's text (without codes, its lines joined by
   * LF).
   *
   * @throws java.util.regex.PatternSyntaxException when it is none
   */
  public RequestBuilder check(String regex) {
    return check("no match of " + regex, Pattern.compile(regex).asPredicate());
  }

  /**
   * Successes are left out of Gatling's log, which makes them cheaper; failures are logged, and the
   * listener is told of both.
   */
  public RequestBuilder silent() {
    return with(command.silenced());
  }

  /**
   * After this command the connection is reset (RST), and the reply is not waited for: for clients
   * that hit and run.
   *
   * @throws IllegalStateException for connecting, STARTTLS, and DATA, which are more than a command
   */
  public RequestBuilder thenDrop() {
    if (!(maker instanceof OneCommand)) {
      throw new IllegalStateException(command.step().label() + " cannot be left unanswered");
    }
    return new RequestBuilder(
        command, (context, next, given) -> new DropAction(context, next, given, true));
  }

  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return (context, next) -> maker.make(context, next, command);
  }

  /** What a pipelined group takes. */
  CommandTemplate grouped() {
    if (!(maker instanceof OneCommand || command.content() != null)) {
      throw new IllegalArgumentException(
          command.step().label() + " cannot be part of a pipelined group");
    }
    return command;
  }

  private RequestBuilder with(CommandTemplate other) {
    return new RequestBuilder(other, maker);
  }

  /** For a single line that is answered by one reply. */
  record OneCommand() implements ActionFactory {
    @Override
    public Action make(ScenarioContext context, Action next, CommandTemplate command) {
      return new CommandAction(context, next, List.of(command));
    }
  }
}
