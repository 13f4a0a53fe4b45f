package dev.etrn.reports.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;

/** A command line that was executed in this process. */
public record CommandRun(int code, String out, String err) {

  public static CommandRun of(String... arguments) {
    return at(Clock.systemUTC(), arguments);
  }

  public static CommandRun at(Clock clock, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Etrn.commandLine(new PrintWriter(out), new PrintWriter(err), clock).execute(arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
