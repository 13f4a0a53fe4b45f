package dev.etrn.load.action;

import io.gatling.javaapi.core.ActionBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * The builder of a group of commands that go out in one write (RFC 2920); their replies are matched
 * in order, each against the expectation of its own request.
 */
public final class GroupBuilder implements ActionBuilder {

  private final List<CommandTemplate> commands;

  private GroupBuilder(List<CommandTemplate> commands) {
    this.commands = List.copyOf(commands);
  }

  /**
   * Returns a group of these requests.
   *
   * @param requests single commands; DATA with its content may only be the last (RFC 2920 section
   *     3.1)
   * @throws IllegalArgumentException when there is no request, or one cannot be part of a group
   */
  public static GroupBuilder of(RequestBuilder... requests) {
    List<CommandTemplate> commands = Stream.of(requests).map(RequestBuilder::grouped).toList();
    if (commands.isEmpty()) {
      throw new IllegalArgumentException("a pipelined group needs a command");
    }
    if (commands.subList(0, commands.size() - 1).stream().anyMatch(c -> c.content() != null)) {
      throw new IllegalArgumentException("data ends a pipelined group");
    }
    return new GroupBuilder(commands);
  }

  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return (context, next) -> new CommandAction(context, next, commands);
  }
}
