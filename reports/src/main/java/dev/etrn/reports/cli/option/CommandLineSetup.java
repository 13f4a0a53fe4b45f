package dev.etrn.reports.cli.option;

import dev.etrn.reports.cli.exit.ErrorHandler;
import dev.etrn.reports.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/** The setup of a command line: how it reads values, prints help, and reports errors. */
public final class CommandLineSetup {

  private CommandLineSetup() {}

  /**
   * Returns the command line of {@code command}, ready to be executed.
   *
   * @param isDebug true if an error shows its stack trace; read when an error occurs
   */
  public static CommandLine of(
      Object command, PrintWriter out, PrintWriter err, BooleanSupplier isDebug) {
    var commandLine = new CommandLine(command);
    commandLine.setOut(out).setErr(err);
    commandLine.setColorScheme(Terminal.help());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    NumberConverters.register(commandLine);
    commandLine.setParameterExceptionHandler(ErrorHandler::wrongUsage);
    commandLine.setExecutionExceptionHandler(
        (e, failedCommand, parseResult) ->
            ErrorHandler.failed(e, failedCommand, isDebug.getAsBoolean()));
    return commandLine;
  }
}
