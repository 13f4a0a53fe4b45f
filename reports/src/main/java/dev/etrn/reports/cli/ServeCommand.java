package dev.etrn.reports.cli;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltIn;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.HostPort;
import dev.etrn.suites.wire.Addresses;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code etrn serve}. */
@Command(
    name = "serve",
    description = {
      "Runs the reference server with its built-in configuration, until it is told to end.",
      "It holds mail in memory for branch.example, sibling.example, idle.example and"
          + " denied.example, and delivers it to the exchanger on ETRN. A client on loopback may"
          + " release branch.example and idle.example."
    },
    footer = {"", "Example:", "  etrn serve --listen 127.0.0.1:2525 --exchanger 127.0.0.1:2526"})
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where to listen; port 0 for any (default: ${DEFAULT-VALUE}).")
  private String listen = "127.0.0.1:2525";

  @Option(
      names = "--exchanger",
      paramLabel = "HOST:PORT",
      description = "The mail exchanger of all nodes (default: ${DEFAULT-VALUE}).")
  private String exchanger = "127.0.0.1:2526";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws ConfigurationError, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    EtrnServer server = start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "etrn-end"));
    out.println("listening on " + Addresses.text(server.address()));
    out.flush();
    new CountDownLatch(1).await();
    return ExitCode.AS_EXPECTED.number();
  }

  private EtrnServer start() throws ConfigurationError {
    InetSocketAddress at = address("--listen", listen);
    try {
      return EtrnServer.start(BuiltIn.config(at, address("--exchanger", exchanger)));
    } catch (IOException e) {
      throw new ConfigurationError(
          "cannot listen on " + listen + " (" + e.getMessage() + "): name another --listen");
    }
  }

  private static InetSocketAddress address(String option, String text) throws ConfigurationError {
    return HostPort.parse(text)
        .map(HostPort::resolve)
        .filter(address -> !address.isUnresolved())
        .orElseThrow(
            () ->
                new ConfigurationError(
                    option + " '" + text + "' is no address such as 127.0.0.1:2525"));
  }
}
