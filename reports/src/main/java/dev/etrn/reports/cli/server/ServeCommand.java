package dev.etrn.reports.cli.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.server.EtrnServer;
import dev.etrn.server.auth.PasswordHash;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.pmdf.ConfigDirectory;
import dev.etrn.server.config.pmdf.Description;
import dev.etrn.server.config.source.ConfigurationException;
import dev.etrn.server.operation.AdminServer;
import dev.etrn.server.operation.ConfigReloader;
import dev.etrn.server.operation.Metrics;
import dev.etrn.server.operation.QueueReport;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.StoreUnavailableException;
import dev.etrn.server.queue.store.InMemoryQueue;
import dev.etrn.server.queue.store.SqliteQueue;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.wire.Addresses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code etrn serve} command. */
@Command(
    name = "serve",
    description = {
      "Runs the reference server until it is stopped.",
      "Without --config it holds mail for branch.example, sibling.example, idle.example and"
          + " denied.example, and delivers it to the exchanger on ETRN; a client on loopback may"
          + " release branch.example and idle.example."
    },
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {ExitText.AS_EXPECTED, ExitText.WRONG_USAGE, ExitText.INTERNAL_ERROR},
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn serve --listen 127.0.0.1:2525 --exchanger 127.0.0.1:2526",
      "  etrn serve --config reference-server/examples/provider --check"
    })
public final class ServeCommand implements Callable<Integer> {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final long MAX_OCTETS_IN_MEMORY = 512L * 1024 * 1024;
  private static final long MAX_OCTETS_ON_DISK = 16L * 1024 * 1024 * 1024;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "A directory with pmdf.cnf, <channel>_option files and etrn_access.")
  private @Nullable Path config;

  @Option(
      names = "--queue",
      paramLabel = "DIR",
      description =
          "Directory of the mail; without it, mail is in memory and lost when the server ends.")
  private @Nullable Path queue;

  @Option(
      names = "--hash-password",
      description = "Read a password from standard input, print its hash for etrn_users, and exit.")
  private boolean hashPassword;

  @Option(
      names = "--admin",
      paramLabel = "HOST:PORT",
      description =
          "Address on which to serve /metrics, /health, /queue, /failed and /reload over HTTP, such"
              + " as "
              + AdminClient.DEFAULT_ADDRESS
              + "; it asks for no password, so keep it on loopback.")
  private @Nullable String admin;

  @Option(
      names = "--verbose",
      description = "Log each ETRN and the result of each queue run on standard error.")
  private boolean verbose;

  @Option(
      names = "--check",
      description = "Print the configuration as the server understands it, and exit.")
  private boolean check;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Address to listen on; port 0 takes any free port (default: ${DEFAULT-VALUE}).")
  private String listen = "127.0.0.1:2525";

  @Option(
      names = "--exchanger",
      paramLabel = "HOST:PORT",
      description =
          "The mail exchanger of all nodes, without --config (default: ${DEFAULT-VALUE}).")
  private String exchanger = "127.0.0.1:2526";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws HarnessConfigurationException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (hashPassword) {
      out.println(PasswordHash.of(password()));
      out.flush();
      return ExitCode.AS_EXPECTED.number();
    }
    var configuration =
        new ConfigurationSource(
            config,
            HostPort.resolve("--listen", listen),
            HostPort.resolve("--exchanger", exchanger));
    ServerConfig serverConfig = serverConfig(configuration);
    if (check) {
      out.print(Description.of(serverConfig));
      out.flush();
      return ExitCode.AS_EXPECTED.number();
    }
    if (verbose) {
      ((Logger) LoggerFactory.getLogger("dev.etrn.server")).setLevel(Level.INFO);
    }
    InetSocketAddress adminAddress = admin == null ? null : HostPort.resolve("--admin", admin);
    var metrics = new Metrics();
    MessageStore store = store();
    metrics.watchQueue(store::totals, CLOCK);
    EtrnServer server = start(serverConfig, store, metrics);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "etrn-end"));
    if (adminAddress != null) {
      var report = new QueueReport(store, server::deliveryStates, CLOCK);
      AdminServer started =
          startAdmin(adminAddress, metrics, report, () -> configuration.reload(server));
      started.startPeriodicJobBy(server::runPeriodicJob);
      // On stderr, since scripts wait for the one line on stdout.
      spec.commandLine()
          .getErr()
          .println("etrn: metrics on http://" + Addresses.text(started.address()) + "/metrics");
    }
    out.println("listening on " + Addresses.text(server.address()));
    out.flush();
    new CountDownLatch(1).await();
    return ExitCode.AS_EXPECTED.number();
  }

  private static String password() throws HarnessConfigurationException {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (line != null && !line.isEmpty()) {
        return line;
      }
    } catch (IOException e) {
      throw new HarnessConfigurationException("standard input cannot be read: " + e.getMessage());
    }
    throw new HarnessConfigurationException(
        "there is no password on standard input: give one line");
  }

  private ServerConfig serverConfig(ConfigurationSource configuration)
      throws HarnessConfigurationException {
    try {
      ConfigDirectory.Understood result = configuration.read();
      result.warnings().forEach(warning -> spec.commandLine().getErr().println("etrn: " + warning));
      return result.config();
    } catch (ConfigurationException e) {
      throw new HarnessConfigurationException(
          String.valueOf(e.getMessage()).replace("\n", "\netrn: "));
    }
  }

  private MessageStore store() throws HarnessConfigurationException {
    try {
      return queue == null
          ? new InMemoryQueue(MAX_OCTETS_IN_MEMORY)
          : SqliteQueue.open(queue, MAX_OCTETS_ON_DISK);
    } catch (StoreUnavailableException e) {
      throw new HarnessConfigurationException(
          e.getMessage() + ": name another directory with --queue");
    }
  }

  private EtrnServer start(ServerConfig serverConfig, MessageStore store, Metrics metrics)
      throws HarnessConfigurationException {
    try {
      return EtrnServer.start(serverConfig, store, metrics);
    } catch (IOException e) {
      throw new HarnessConfigurationException(
          "cannot listen on "
              + listen
              + " ("
              + Addresses.reason(e)
              + "): name another address with --listen");
    }
  }

  private AdminServer startAdmin(
      InetSocketAddress address, Metrics metrics, QueueReport report, ConfigReloader reload)
      throws HarnessConfigurationException {
    try {
      return AdminServer.start(address, metrics, report, reload);
    } catch (IOException e) {
      throw new HarnessConfigurationException(
          "cannot listen on "
              + admin
              + " ("
              + Addresses.reason(e)
              + "): name another address with --admin");
    }
  }
}
