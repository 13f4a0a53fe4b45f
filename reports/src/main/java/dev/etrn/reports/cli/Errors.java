package dev.etrn.reports.cli;

import static java.util.stream.Collectors.joining;

import dev.etrn.reports.Printable;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.wire.SinkUnavailable;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
                + sentence(e)
                + " (see "
                + command.getCommandSpec().qualifiedName()
                + " --help)");
    return ExitCode.WRONG_USAGE.number();
  }

  /** Picocli counts arguments; people know them by what they wrote. */
  private static String sentence(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException odd) || odd.isUnknownOption()) {
      return String.valueOf(e.getMessage());
    }
    String words = odd.getUnmatched().stream().map(Printable::line).collect(joining("', '"));
    CommandSpec command = e.getCommandLine().getCommandSpec();
    return command.parent() == null
        ? "there is no command '" + words + "'" + like(odd)
        : command.qualifiedName() + " takes no argument '" + words + "'";
  }

  private static String like(UnmatchedArgumentException odd) {
    List<String> like = odd.getSuggestions();
    return like.isEmpty() ? "" : "; did you mean " + String.join(" or ", like) + "?";
  }

  static int failed(Exception e, CommandLine command, boolean debug) {
    command.getErr().println("etrn: " + Printable.text(sentence(e)));
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
