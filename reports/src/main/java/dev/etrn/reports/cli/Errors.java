package dev.etrn.reports.cli;

import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.wire.SinkUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One sentence on stderr for each error, and its exit code. */
final class Errors {

  private Errors() {}

  /** {@code arguments} are part of picocli's signature. */
  static int wrongUsage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .println(
            "etrn: "
                + e.getMessage()
                + " (see "
                + command.getCommandSpec().qualifiedName()
                + " --help)");
    return ExitCode.WRONG_USAGE.number();
  }

  static int failed(Exception e, CommandLine command, boolean debug) {
    command.getErr().println("etrn: " + sentence(e));
    if (debug) {
      e.printStackTrace(command.getErr());
    }
    return code(e).number();
  }

  private static ExitCode code(Exception e) {
    if (e instanceof ConfigurationError || e instanceof SinkUnavailable) {
      return ExitCode.WRONG_USAGE;
    } else if (e instanceof TargetUnavailable) {
      return ExitCode.TARGET_UNREACHABLE;
    } else if (e instanceof NoCaseMatched) {
      return ExitCode.NO_CASE_MATCHED;
    }
    return ExitCode.INTERNAL_ERROR;
  }

  private static String sentence(Exception e) {
    return code(e) == ExitCode.INTERNAL_ERROR
        ? "a defect of the harness (" + e + "); please report it with what --debug shows"
        : String.valueOf(e.getMessage());
  }
}
