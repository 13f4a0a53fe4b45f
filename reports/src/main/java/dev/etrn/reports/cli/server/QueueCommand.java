package dev.etrn.reports.cli.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code etrn queue}. */
@Command(
    name = "queue",
    description = {
      "Shows what waits in a server that runs with etrn serve --admin: for each node how much,"
          + " since when, how its last run went, and when it is tried again."
    },
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {
      ExitText.AS_EXPECTED,
      ExitText.WRONG_USAGE,
      ExitText.TARGET_UNREACHABLE,
      ExitText.INTERNAL_ERROR
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn serve --queue mail --admin 127.0.0.1:2580",
      "  etrn queue",
      "  etrn queue --failed --json"
    })
public final class QueueCommand implements Callable<Integer> {

  @Option(
      names = "--admin",
      paramLabel = "HOST:PORT",
      description = "The admin address of the server (default: ${DEFAULT-VALUE}).")
  private String admin = AdminClient.USUAL;

  @Option(
      names = "--failed",
      description =
          "Show the messages that cannot be delivered, and of which nobody could be told.")
  private boolean failed;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call()
      throws HarnessConfigurationException, TargetUnavailableException, InterruptedException {
    String text = AdminClient.of(admin).get(failed ? "/failed" : "/queue");
    JsonNode read = parsed(text);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(text.strip());
      out.flush();
    } else if (failed) {
      new QueueTable(out).failed(read);
    } else {
      new QueueTable(out).nodes(read);
    }
    return ExitCode.AS_EXPECTED.number();
  }

  private JsonNode parsed(String text) throws TargetUnavailableException {
    try {
      JsonNode read = new ObjectMapper().readTree(text);
      if (read.has(failed ? "messages" : "nodes")) {
        return read;
      }
    } catch (JsonProcessingException e) {
      throw notOurs(e);
    }
    throw notOurs(new IllegalArgumentException("no queue in the answer"));
  }

  private TargetUnavailableException notOurs(Exception e) {
    return new TargetUnavailableException(
        admin + " does not tell of a queue: is it the admin address of etrn serve?", e);
  }
}
