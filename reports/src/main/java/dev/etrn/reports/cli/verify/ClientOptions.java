package dev.etrn.reports.cli.verify;

import dev.etrn.reports.cli.send.SendClient;
import dev.etrn.suites.cases.client.ClientCase;
import dev.etrn.suites.clients.ClientProfile;
import dev.etrn.suites.clients.ClientTarget;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.resolution.ClientResolver;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.client.ClientPlan;
import dev.etrn.suites.run.client.ClientRunner;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code etrn verify} that speak of a client under test. */
final class ClientOptions {

  private static final int BY_HAND_SECONDS = 120;
  private static final int COMMAND_SECONDS = 30;
  private static final Duration QUIET = Duration.ofSeconds(1);

  @Option(
      names = "--client",
      description =
          "Tests an ETRN client: listens as a server, and says for each case when to connect.")
  private boolean client;

  @Option(
      names = "--run",
      paramLabel = "COMMAND",
      description =
          "Runs the client under test for each case, without a shell; {host}, {port}, {node} and"
              + " {nodes} are filled in. Implies --client.")
  private @Nullable String run;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Where a client under test finds the server (default: a free port on loopback).")
  private @Nullable String listen;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      description =
          "How long a client may take to come and be done (default: 120, or 30 with --run).")
  private @Nullable Integer within;

  @Option(
      names = "--reply-timeout",
      paramLabel = "SECONDS",
      description = "How long the client under test is set up to wait for a reply.")
  private @Nullable Integer replyTimeout;

  @Option(
      names = "--connect-back",
      paramLabel = "HOST:PORT",
      description = "Where the client under test takes its mail.")
  private @Nullable String connectBack;

  /** Whether a client is to be tested, and not a server. */
  boolean isChosen(Optional<String> target) {
    return client || run != null || target.filter(ClientResolver::isClient).isPresent();
  }

  /**
   * @param target from {@code --target}
   * @param tell shows a line to the person who runs the client
   */
  ClientRunner runner(
      Optional<String> target,
      HostGuard guard,
      List<ClientCase> cases,
      Profile profile,
      RunListener listener,
      Consumer<String> tell)
      throws HarnessConfigurationException, TargetUnavailableException {
    ClientTarget chosen =
        target.isPresent()
            ? named(target.get())
            : ClientResolver.of(Optional.ofNullable(run), listensAt(), described(guard), tell);
    return new ClientRunner(new ClientPlan(chosen, cases, profile), listener);
  }

  /** As it is typed again, behind {@code ./etrn verify}. */
  String again() {
    var again = new StringBuilder();
    if (client) {
      again.append(" --client");
    }
    option(again, "--run", run == null ? null : "'" + run + "'");
    option(again, "--listen", listen);
    option(again, "--within", within);
    option(again, "--reply-timeout", replyTimeout);
    option(again, "--connect-back", connectBack);
    return again.toString();
  }

  private static void option(StringBuilder again, String name, @Nullable Object value) {
    if (value != null) {
      again.append(' ').append(name).append(' ').append(value);
    }
  }

  private ClientTarget named(String target) throws HarnessConfigurationException {
    if (!ClientResolver.isClient(target)) {
      throw new HarnessConfigurationException(
          "--target " + target + " is a server; leave it out to test a client");
    } else if (run != null || listen != null || replyTimeout != null || connectBack != null) {
      throw new HarnessConfigurationException(
          target
              + " knows how it is run; leave --run, --listen, --reply-timeout and"
              + " --connect-back out");
    }
    return target.equals(SendClient.NAME) ? new SendClient() : ClientResolver.known(target);
  }

  private ClientProfile described(HostGuard guard)
      throws HarnessConfigurationException, TargetUnavailableException {
    Optional<InetSocketAddress> back = Optional.empty();
    if (connectBack != null) {
      back = Optional.of(guard.check(HostPort.of("--connect-back", connectBack)));
    }
    Optional<Duration> patience = Optional.empty();
    if (replyTimeout != null) {
      patience = Optional.of(seconds("--reply-timeout", replyTimeout));
    }
    return new ClientProfile(Set.of(), within(patience), QUIET, back, patience, false);
  }

  /** Long enough to see a client give up. */
  private Duration within(Optional<Duration> patience) throws HarnessConfigurationException {
    int standard = run == null ? BY_HAND_SECONDS : COMMAND_SECONDS;
    Duration given = seconds("--within", within == null ? standard : within);
    Duration twice = patience.map(p -> p.multipliedBy(2)).orElse(Duration.ZERO);
    return given.compareTo(twice) < 0 ? twice : given;
  }

  private static Duration seconds(String option, int seconds) throws HarnessConfigurationException {
    if (seconds < 1) {
      throw new HarnessConfigurationException(option + " takes a number of seconds, at least 1");
    }
    return Duration.ofSeconds(seconds);
  }

  private InetSocketAddress listensAt() throws HarnessConfigurationException {
    return HostPort.resolve("--listen", listen == null ? "127.0.0.1:0" : listen);
  }
}
