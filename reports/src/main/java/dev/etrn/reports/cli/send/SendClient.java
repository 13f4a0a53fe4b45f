package dev.etrn.reports.cli.send;

import dev.etrn.reports.cli.option.CommandLineSetup;
import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.clients.ClientProfile;
import dev.etrn.suites.clients.ClientTarget;
import dev.etrn.suites.clients.OngoingVisit;
import dev.etrn.suites.clients.RunningClient;
import dev.etrn.suites.wire.Addresses;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The {@code etrn send} command as a client under test, run in this process. */
public final class SendClient implements ClientTarget {

  /** The name of this client in {@code --target}. */
  public static final String NAME = "client:send";

  private static final int REPLY_SECONDS = 3;

  private static final ClientProfile PROFILE =
      new ClientProfile(
          Set.of(Ability.TAKES_NODES, Ability.TAKES_ODD_NODES, Ability.EXIT_CODE),
          Duration.ofSeconds(2L * REPLY_SECONDS),
          Duration.ofMillis(200),
          Optional.empty(),
          Optional.of(Duration.ofSeconds(REPLY_SECONDS)),
          true);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public InetSocketAddress listensAt() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Override
  public RunningClient start(InetSocketAddress server) {
    return new Running(server);
  }

  private record Running(InetSocketAddress server) implements RunningClient {

    @Override
    public ClientProfile profile() {
      return PROFILE;
    }

    @Override
    public Ending ask(List<String> nodes, OngoingVisit visit) {
      var arguments = new ArrayList<String>(List.of(Addresses.text(server)));
      arguments.addAll(nodes);
      arguments.addAll(
          List.of("--name", "branch.example", "--within", Integer.toString(REPLY_SECONDS)));
      var output = new StringWriter();
      var printer = new PrintWriter(output, true);
      int code =
          CommandLineSetup.of(new SendCommand(), printer, printer, () -> false)
              .execute(arguments.toArray(String[]::new));
      return new Ending(OptionalInt.of(code), output.toString());
    }

    @Override
    public void close() {
      // Each visit ran its own command.
    }
  }
}
