package dev.etrn.load.action;

import io.gatling.core.action.Action;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The builder of one request of a simulation, with the expectation of its reply.
 *
 * <p>It is immutable: each method returns another request.
 */
public final class RequestBuilder implements ActionBuilder {

  /** A factory of the action of a request. */
  @FunctionalInterface
  interface ActionFactory {
    Action make(ScenarioContext context, Action next, CommandTemplate command);
  }

  private final CommandTemplate command;
  private final ActionFactory actionFactory;

  RequestBuilder(CommandTemplate command, ActionFactory actionFactory) {
    this.command = command;
    this.actionFactory = actionFactory;
  }

  /**
   * Sets the codes that the reply may have, instead of those that the request expects by default.
   *
   * @throws IllegalArgumentException without any code
   */
  public RequestBuilder expecting(int... codes) {
    return with(command.withExpected(command.expected().withCodes(codes)));
  }

  /**
   * Adds a check on the reply's text.
   *
   * @param name the name of the check in reports; use few names
   * @param holds the condition on the text, which comes without codes and with its lines joined by
   *     LF; must not block
   */
  public RequestBuilder check(String name, Predicate<String> holds) {
    return with(
        command.withExpected(command.expected().with(new ReplyExpectation.Check(name, holds))));
  }

  /**
   * Adds a check that this regular expression is found in the reply's text (without codes, its
   * lines joined by LF).
   *
   * @throws java.util.regex.PatternSyntaxException when it is not a regular expression
   */
  public RequestBuilder check(String regex) {
    return check("no match of " + regex, Pattern.compile(regex).asPredicate());
  }

  /**
   * Leaves successes out of Gatling's log, which makes them cheaper; failures are still logged, and
   * the listener gets both.
   */
  public RequestBuilder silent() {
    return with(command.silenced());
  }

  /**
   * Resets the connection (RST) after this command without waiting for the reply, as hit-and-run
   * clients do.
   *
   * @throws IllegalStateException for connecting, STARTTLS, and DATA, which are more than one
   *     command
   */
  public RequestBuilder thenDrop() {
    if (!(actionFactory instanceof OneCommand)) {
      throw new IllegalStateException(command.step().label() + " cannot be left unanswered");
    }
    return new RequestBuilder(
        command, (context, next, template) -> new DropAction(context, next, template, true));
  }

  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return (context, next) -> actionFactory.make(context, next, command);
  }

  /** Returns the command for use in a pipelined group. */
  CommandTemplate grouped() {
    if (!(actionFactory instanceof OneCommand || command.content() != null)) {
      throw new IllegalArgumentException(
          command.step().label() + " cannot be part of a pipelined group");
    }
    return command;
  }

  private RequestBuilder with(CommandTemplate newCommand) {
    return new RequestBuilder(newCommand, actionFactory);
  }

  /** A factory of actions for a single line that one reply answers. */
  record OneCommand() implements ActionFactory {
    @Override
    public Action make(ScenarioContext context, Action next, CommandTemplate command) {
      return new CommandAction(context, next, List.of(command));
    }
  }
}
