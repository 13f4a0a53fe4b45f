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

/** The {@code etrn queue} command. */
@Command(
    name = "queue",
    description = {
      "Shows the queue of a server that runs with etrn serve --admin: for each node, the number"
          + " and the age of its messages, the result of the last queue run, and the time of the"
          + " next attempt."
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
      "  etrn queue --run",
      "  etrn queue --failed --json"
    })
public final class QueueCommand implements Callable<Integer> {

  @Option(
      names = "--admin",
      paramLabel = "HOST:PORT",
      description = "The admin address of the server (default: ${DEFAULT-VALUE}).")
  private String admin = AdminClient.DEFAULT_ADDRESS;

  @Option(
      names = "--failed",
      description =
          "Show the messages that could neither be delivered nor returned to their senders.")
  private boolean failed;

  @Option(
      names = "--run",
      description =
          "Start the periodic job first: it runs the channels whose mail is held, as it does every"
              + " four hours or as job_controller.cnf says.")
  private boolean run;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call()
      throws HarnessConfigurationException, TargetUnavailableException, InterruptedException {
    AdminClient client = AdminClient.of(admin);
    if (run) {
      client.startPeriodicJob();
    }
    String text = client.get(failed ? "/failed" : "/queue");
    JsonNode answer = parsed(text);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(text.strip());
      out.flush();
    } else if (failed) {
      new QueueTable(out).failed(answer);
    } else {
      new QueueTable(out).nodes(answer);
    }
    return ExitCode.AS_EXPECTED.number();
  }

  private JsonNode parsed(String text) throws TargetUnavailableException {
    try {
      JsonNode answer = new ObjectMapper().readTree(text);
      if (answer.has(failed ? "messages" : "nodes")) {
        return answer;
      }
    } catch (JsonProcessingException e) {
      throw noQueue(e);
    }
    throw noQueue(new IllegalArgumentException("no queue in the answer"));
  }

  private TargetUnavailableException noQueue(Exception e) {
    return new TargetUnavailableException(
        admin + " answers without a queue: is it the admin address of etrn serve?", e);
  }
}
