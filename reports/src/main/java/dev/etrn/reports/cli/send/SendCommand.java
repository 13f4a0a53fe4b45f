package dev.etrn.reports.cli.send;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.delivery.client.ClientName;
import dev.etrn.server.delivery.client.EtrnClient;
import dev.etrn.server.delivery.client.GreetingRefusedException;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.SinkUnavailableException;
import dev.etrn.suites.wire.sink.Sink;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code etrn send} command. */
@Command(
    name = "send",
    description = "Asks a server to start the queue of each node: NODE, @NODE or #QUEUE.",
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {
      "0:a queue was started",
      "10:no mail waits",
      "11:try again later",
      "12:not allowed",
      "13:any other refusal, or ETRN is not offered",
      "64:a node that ETRN cannot carry, or wrong usage",
      ExitText.TARGET_UNREACHABLE,
      ExitText.INTERNAL_ERROR
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn send provider.example branch.example",
      "  etrn send 127.0.0.1:2525 @branch.example --listen 127.0.0.1:2526 --within 10"
    })
public final class SendCommand implements Callable<Integer> {

  private static final int SMTP = 25;

  @Parameters(index = "0", paramLabel = "HOST[:PORT]", description = "The server to ask.")
  private String server = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "NODE",
      description = "The nodes or queues to ask for.")
  private List<String> nodes = new ArrayList<>();

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Listen on this address, and print which hosts connect back; the mail is refused with"
              + " 450, so that the server keeps it.")
  private @Nullable String listen;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      description = "How long to listen, and to wait for a reply (default: ${DEFAULT-VALUE}).")
  private int seconds = 60;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name to give in EHLO (default: this host's full name, or its address).")
  private @Nullable String name;

  @Option(
      names = "--tls",
      paramLabel = "no|may|must",
      description =
          "Use of TLS; may: if the server offers it, and without it if it fails. No certificate is"
              + " verified (default: ${DEFAULT-VALUE}).")
  private String tls = "may";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call()
      throws HarnessConfigurationException,
          TargetUnavailableException,
          SinkUnavailableException,
          InterruptedException {
    for (String node : nodes) {
      if (!EtrnClient.isNode(node)) {
        throw new HarnessConfigurationException(
            "'"
                + EscapedText.line(node)
                + "' is not a node; expected branch.example, @branch.example or #queue");
      }
    }
    Demand demand = demand();
    List<InetSocketAddress> addresses = addresses();
    if (listen == null) {
      return ask(addresses, demand);
    }
    // CLI-020: ready for the mail before it is asked for.
    try (Sink sink = Sink.listen(HostPort.resolve("--listen", listen))) {
      long startNanos = System.nanoTime();
      sink.plan(new SinkPlan.RefuseRecipients(450));
      int code = ask(addresses, demand);
      if (code == SendExitCode.STARTED) {
        await(sink, startNanos);
      }
      return code;
    }
  }

  private int ask(List<InetSocketAddress> addresses, Demand demand)
      throws TargetUnavailableException {
    PrintWriter out = spec.commandLine().getOut();
    ClientName ehloName = name == null ? ClientName.ofThisHost() : ClientName.of(name);
    var client = new EtrnClient(addresses, ehloName, Duration.ofSeconds(seconds), demand);
    try {
      List<EtrnClient.Result> results = client.ask(nodes);
      results.forEach(r -> out.println(r.node() + ": " + EscapedText.line(r.text())));
      out.flush();
      return SendExitCode.of(results.stream().map(EtrnClient.Result::code).toList());
    } catch (GreetingRefusedException e) {
      String refused = "EHLO " + e.name() + " was refused with '" + e.reply() + "'";
      spec.commandLine()
          .getErr()
          .println("etrn: " + EscapedText.line(refused) + ": give another name with --name");
      return SendExitCode.REFUSED;
    } catch (IOException e) {
      throw new TargetUnavailableException(
          "cannot send ETRN to "
              + addresses.stream().map(Addresses::text).collect(Collectors.joining(" or "))
              + " ("
              + Addresses.reason(e)
              + "): is it the right server?",
          e);
    }
  }

  private void await(Sink sink, long startNanos) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (sink.awaitConnection(Duration.ofSeconds(seconds))) {
      Deliveries.of(new Transcript("send", sink.since(startNanos)))
          .connections()
          .forEach(
              connection ->
                  out.println(
                      "connected back: "
                          + connection.peer()
                          + " as "
                          + EscapedText.line(connection.greetedAs())));
    } else {
      out.println("no host connected back within " + seconds + " seconds");
    }
    out.flush();
  }

  private Demand demand() throws HarnessConfigurationException {
    return switch (tls) {
      case "no" -> Demand.NO;
      case "may" -> Demand.MAY;
      case "must" -> Demand.MUST;
      default ->
          throw new HarnessConfigurationException(
              "--tls '" + EscapedText.line(tls) + "' is not known; expected no, may or must");
    };
  }

  private List<InetSocketAddress> addresses()
      throws HarnessConfigurationException, TargetUnavailableException {
    Optional<HostPort> parsed =
        HostPort.parse(server).or(() -> HostPort.parse(server + ":" + SMTP));
    if (parsed.isEmpty()) {
      throw new HarnessConfigurationException(
          "'" + server + "' is not a server; expected HOST or HOST:PORT");
    }
    List<InetSocketAddress> addresses = parsed.get().addresses();
    if (addresses.isEmpty()) {
      throw new TargetUnavailableException(
          "no address is known for the host " + parsed.get().host());
    }
    return addresses;
  }
}
