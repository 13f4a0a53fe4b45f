package dev.etrn.reports.cli;

import dev.etrn.reports.Printable;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.TargetUnavailable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code etrn reload}. */
@Command(
    name = "reload",
    description = {
      "Has a server that runs with etrn serve --admin read its configuration and its certificate"
          + " again. Sessions that are open keep what they began with; new ones, and all"
          + " deliveries, follow the new configuration. When that has errors the old one stays,"
          + " each error is printed, and the exit code is 64."
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
final class ReloadCommand implements Callable<Integer> {

  @Option(
      names = "--admin",
      paramLabel = "HOST:PORT",
      description = "The admin address of the server (default: ${DEFAULT-VALUE}).")
  private String admin = AdminClient.USUAL;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws ConfigurationError, TargetUnavailable, InterruptedException {
    String warnings = AdminClient.of(admin).reload();
    warnings
        .lines()
        .forEach(
            warning -> spec.commandLine().getErr().println("etrn: " + Printable.line(warning)));
    spec.commandLine().getOut().println("reloaded");
    spec.commandLine().getOut().flush();
    return ExitCode.AS_EXPECTED.number();
  }
}
