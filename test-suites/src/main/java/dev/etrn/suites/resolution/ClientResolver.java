package dev.etrn.suites.resolution;

import dev.etrn.suites.clients.ClientProfile;
import dev.etrn.suites.clients.ClientTarget;
import dev.etrn.suites.clients.CommandClient;
import dev.etrn.suites.clients.FetchmailClient;
import dev.etrn.suites.clients.PromptedClient;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.reference.SendEtrnClient;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The resolver of the user's options to a client under test. */
public final class ClientResolver {

  /** The prefix of a {@code --target} that names a client. */
  public static final String CLIENT = "client:";

  /** The known clients. */
  public static final List<String> NAMES = List.of("fetchmail", "send", "sendetrn");

  private ClientResolver() {}

  /** Returns true if {@code target} names a client, known or not. */
  public static boolean isClient(String target) {
    return target.startsWith(CLIENT);
  }

  /**
   * Returns a known client; {@code client:send} is not among them, since it is a command of another
   * module.
   *
   * @throws HarnessConfigurationException when none has that name
   */
  public static ClientTarget known(String target) throws HarnessConfigurationException {
    return switch (target) {
      case SendEtrnClient.NAME -> new SendEtrnClient();
      case FetchmailClient.NAME -> new FetchmailClient();
      default ->
          throw new HarnessConfigurationException(
              "no client '"
                  + target
                  + "' is known; expected "
                  + CLIENT
                  + "NAME with one of: "
                  + String.join(", ", NAMES));
    };
  }

  /**
   * Returns a client that a command runs or, without one, a person.
   *
   * @param tell the action that shows a line to the person
   * @throws HarnessConfigurationException when the command cannot reach the harness
   */
  public static ClientTarget of(
      Optional<String> command,
      InetSocketAddress listensAt,
      ClientProfile profile,
      Consumer<String> tell)
      throws HarnessConfigurationException {
    return command.isPresent()
        ? new CommandClient(command.get(), listensAt, profile)
        : new PromptedClient(listensAt, profile, tell);
  }
}
