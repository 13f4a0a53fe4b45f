package dev.etrn.reports.cli.server;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code etrn reload} command. */
@Command(
    name = "reload",
    description = {
      "Makes a server that runs with etrn serve --admin reload its configuration and its"
          + " certificate. Open sessions keep the configuration that they began with; new sessions"
          + " and all deliveries use the new one. If it has errors, the old configuration stays in"
          + " use, each error is printed, and the exit code is 64."
    },
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {
      ExitText.AS_EXPECTED,
      ExitText.WRONG_USAGE,
      ExitText.TARGET_UNREACHABLE,
      ExitText.INTERNAL_ERROR
    },
    footerHeading = "%nExamples:%n",
    footer = {"  etrn reload --admin 127.0.0.1:2580"})
public final class ReloadCommand implements Callable<Integer> {

  @Option(
      names = "--admin",
      paramLabel = "HOST:PORT",
      description = "The admin address of the server (default: ${DEFAULT-VALUE}).")
  private String admin = AdminClient.DEFAULT_ADDRESS;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call()
      throws HarnessConfigurationException, TargetUnavailableException, InterruptedException {
    String warnings = AdminClient.of(admin).reload();
    warnings
        .lines()
        .forEach(
            warning -> spec.commandLine().getErr().println("etrn: " + EscapedText.line(warning)));
    spec.commandLine().getOut().println("reloaded");
    spec.commandLine().getOut().flush();
    return ExitCode.AS_EXPECTED.number();
  }
}
