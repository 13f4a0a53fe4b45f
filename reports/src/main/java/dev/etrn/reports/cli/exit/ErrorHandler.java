package dev.etrn.reports.cli.exit;

import static java.util.stream.Collectors.joining;

import dev.etrn.reports.EscapedText;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The handler of errors: it prints one sentence on stderr and returns an exit code. */
public final class ErrorHandler {

  private ErrorHandler() {}

  /** Reports wrong usage; {@code arguments} is part of picocli's signature. */
  public static int wrongUsage(ParameterException e, String[] arguments) {
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

  /** Returns the error; picocli gives the index of an argument, this quotes the argument. */
  private static String sentence(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
      return String.valueOf(e.getMessage());
    }
    String arguments =
        unmatched.getUnmatched().stream().map(EscapedText::line).collect(joining("', '"));
    CommandSpec command = e.getCommandLine().getCommandSpec();
    return command.parent() == null
        ? "there is no command '" + arguments + "'" + suggestion(unmatched)
        : command.qualifiedName() + " takes no argument '" + arguments + "'";
  }

  private static String suggestion(UnmatchedArgumentException unmatched) {
    List<String> suggestions = unmatched.getSuggestions();
    return suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
  }

  public static int failed(Exception e, CommandLine command, boolean debug) {
    command.getErr().println("etrn: " + EscapedText.text(sentence(e)));
    if (debug) {
      e.printStackTrace(command.getErr());
    }
    return code(e).number();
  }

  private static ExitCode code(Exception e) {
    if (e instanceof HarnessConfigurationException || e instanceof SinkUnavailableException) {
      return ExitCode.WRONG_USAGE;
    } else if (e instanceof TargetUnavailableException) {
      return ExitCode.TARGET_UNREACHABLE;
    } else if (e instanceof NoCaseMatchedException) {
      return ExitCode.NO_CASE_MATCHED;
    }
    return ExitCode.INTERNAL_ERROR;
  }

  private static String sentence(Exception e) {
    return code(e) == ExitCode.INTERNAL_ERROR
        ? "a defect of the harness (" + e + "); please report it with the output of --debug"
        : String.valueOf(e.getMessage());
  }
}
