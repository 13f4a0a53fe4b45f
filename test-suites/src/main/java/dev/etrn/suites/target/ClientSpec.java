package dev.etrn.suites.target;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes a client to test of what the user gave. */
public final class ClientSpec {

  /** What {@code --target} begins with when it names a client. */
  public static final String CLIENT = "client:";

  /** The known clients. */
  public static final List<String> NAMES = List.of("fetchmail", "send", "sendetrn");

  private ClientSpec() {}

  /** Whether {@code target} names a client, known or not. */
  public static boolean isClient(String target) {
    return target.startsWith(CLIENT);
  }

  /**
   * A known client; {@code client:send} is not among them, since it is a command of another module.
   *
   * @throws ConfigurationError when none has that name
   */
  public static ClientTarget known(String target) throws ConfigurationError {
    return switch (target) {
      case SendEtrnClient.NAME -> new SendEtrnClient();
      case FetchmailClient.NAME -> new FetchmailClient();
      default ->
          throw new ConfigurationError(
              "no client '"
                  + target
                  + "' is known; expected "
                  + CLIENT
                  + "NAME with one of: "
                  + String.join(", ", NAMES));
    };
  }

  /**
   * A client that a command runs or, without one, a person.
   *
   * @param tell shows a line to the person
   * @throws ConfigurationError when the command cannot reach the harness
   */
  public static ClientTarget of(
      Optional<String> command,
      InetSocketAddress listensAt,
      ClientProfile profile,
      Consumer<String> tell)
      throws ConfigurationError {
    return command.isPresent()
        ? new CommandClient(command.get(), listensAt, profile)
        : new PromptedClient(listensAt, profile, tell);
  }
}
