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

/** One sentence on stderr for each error, and its exit code. */
public final class ErrorHandler {

  private ErrorHandler() {}

  /** {@code arguments} are part of picocli's signature. */
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

  /** Picocli counts arguments; people know them by what they wrote. */
  private static String sentence(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException odd) || odd.isUnknownOption()) {
      return String.valueOf(e.getMessage());
    }
    String words = odd.getUnmatched().stream().map(EscapedText::line).collect(joining("', '"));
    CommandSpec command = e.getCommandLine().getCommandSpec();
    return command.parent() == null
        ? "there is no command '" + words + "'" + like(odd)
        : command.qualifiedName() + " takes no argument '" + words + "'";
  }

  private static String like(UnmatchedArgumentException odd) {
    List<String> like = odd.getSuggestions();
    return like.isEmpty() ? "" : "; did you mean " + String.join(" or ", like) + "?";
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
        ? "a defect of the harness (" + e + "); please report it with what --debug shows"
        : String.valueOf(e.getMessage());
  }
}
