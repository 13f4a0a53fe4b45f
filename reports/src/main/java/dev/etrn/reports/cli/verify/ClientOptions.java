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

/** The options of {@code etrn verify} for a client under test. */
final class ClientOptions {

  private static final int BY_HAND_SECONDS = 120;
  private static final int COMMAND_SECONDS = 30;
  private static final Duration QUIET = Duration.ofSeconds(1);

  @Option(
      names = "--client",
      description =
          "Test an ETRN client: listen as a server, and announce for each case when to connect.")
  private boolean client;

  @Option(
      names = "--run",
      paramLabel = "COMMAND",
      description =
          "Run the client under test for each case, without a shell; {host}, {port}, {node} and"
              + " {nodes} are filled in. Implies --client.")
  private @Nullable String run;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Address at which the client under test finds the server (default: a free port on"
              + " loopback).")
  private @Nullable String listen;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      description =
          "Time in which the client must connect and finish (default: 120, or 30 with --run).")
  private @Nullable Integer within;

  @Option(
      names = "--reply-timeout",
      paramLabel = "SECONDS",
      description = "The time that the client under test waits for a reply, as it is configured.")
  private @Nullable Integer replyTimeout;

  @Option(
      names = "--connect-back",
      paramLabel = "HOST:PORT",
      description = "Address at which the client under test receives its mail.")
  private @Nullable String connectBack;

  /** Returns true if a client is to be tested, not a server. */
  boolean isChosen(Optional<String> target) {
    return client || run != null || target.filter(ClientResolver::isClient).isPresent();
  }

  /**
   * Returns the runner of the client under test.
   *
   * @param target the value of {@code --target}
   * @param tell the output for lines to the person who runs the client
   */
  ClientRunner runner(
      Optional<String> target,
      HostGuard guard,
      List<ClientCase> cases,
      Profile profile,
      RunListener listener,
      Consumer<String> tell)
      throws HarnessConfigurationException, TargetUnavailableException {
    ClientTarget clientTarget =
        target.isPresent()
            ? namedClient(target.get())
            : ClientResolver.of(Optional.ofNullable(run), listensAt(), clientProfile(guard), tell);
    return new ClientRunner(new ClientPlan(clientTarget, cases, profile), listener);
  }

  /** Returns these options as text, for a command that repeats the run. */
  String replayOptions() {
    var options = new StringBuilder();
    if (client) {
      options.append(" --client");
    }
    option(options, "--run", run == null ? null : "'" + run + "'");
    option(options, "--listen", listen);
    option(options, "--within", within);
    option(options, "--reply-timeout", replyTimeout);
    option(options, "--connect-back", connectBack);
    return options.toString();
  }

  private static void option(StringBuilder options, String name, @Nullable Object value) {
    if (value != null) {
      options.append(' ').append(name).append(' ').append(value);
    }
  }

  private ClientTarget namedClient(String target) throws HarnessConfigurationException {
    if (!ClientResolver.isClient(target)) {
      throw new HarnessConfigurationException(
          "--target " + target + " is a server; leave it out to test a client");
    } else if (run != null || listen != null || replyTimeout != null || connectBack != null) {
      throw new HarnessConfigurationException(
          target
              + " needs none of --run, --listen, --reply-timeout and --connect-back: leave them"
              + " out");
    }
    return target.equals(SendClient.NAME) ? new SendClient() : ClientResolver.known(target);
  }

  private ClientProfile clientProfile(HostGuard guard)
      throws HarnessConfigurationException, TargetUnavailableException {
    Optional<InetSocketAddress> address = Optional.empty();
    if (connectBack != null) {
      address = Optional.of(guard.check(HostPort.of("--connect-back", connectBack)));
    }
    Optional<Duration> timeout = Optional.empty();
    if (replyTimeout != null) {
      timeout = Optional.of(seconds("--reply-timeout", replyTimeout));
    }
    return new ClientProfile(Set.of(), within(timeout), QUIET, address, timeout, false);
  }

  /** Returns the time for a visit, long enough to see a client give up. */
  private Duration within(Optional<Duration> timeout) throws HarnessConfigurationException {
    int defaultSeconds = run == null ? BY_HAND_SECONDS : COMMAND_SECONDS;
    Duration limit = seconds("--within", within == null ? defaultSeconds : within);
    Duration doubleTimeout = timeout.map(p -> p.multipliedBy(2)).orElse(Duration.ZERO);
    return limit.compareTo(doubleTimeout) < 0 ? doubleTimeout : limit;
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
