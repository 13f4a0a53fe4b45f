package dev.etrn.reports.cli;

import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.reports.cli.load.LoadCommand;
import dev.etrn.reports.cli.option.ClockSource;
import dev.etrn.reports.cli.option.CommandLineSetup;
import dev.etrn.reports.cli.send.SendCommand;
import dev.etrn.reports.cli.server.QueueCommand;
import dev.etrn.reports.cli.server.ReloadCommand;
import dev.etrn.reports.cli.server.ServeCommand;
import dev.etrn.reports.cli.terminal.StandardOutput;
import dev.etrn.reports.cli.verify.InitCommand;
import dev.etrn.reports.cli.verify.MatrixCommand;
import dev.etrn.reports.cli.verify.ReportCommand;
import dev.etrn.reports.cli.verify.VerifyCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code etrn} command. */
@Command(
    name = "etrn",
    description = "Tells whether a mail server implements ETRN (RFC 1985) correctly.",
    subcommands = {
      VerifyCommand.class,
      InitCommand.class,
      LoadCommand.class,
      MatrixCommand.class,
      ReportCommand.class,
      SendCommand.class,
      ServeCommand.class,
      QueueCommand.class,
      ReloadCommand.class,
      CasesCommand.class,
      CompletionCommand.class
    },
    versionProvider = Etrn.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {
      ExitText.AS_EXPECTED,
      ExitText.FAILED,
      ExitText.UNEXPECTED_PASS,
      ExitText.INCONCLUSIVE,
      ExitText.THRESHOLD_MISSED,
      ExitText.REGRESSED,
      ExitText.WRONG_USAGE,
      ExitText.NO_CASE_MATCHED,
      ExitText.TARGET_UNREACHABLE,
      ExitText.INTERNAL_ERROR,
      ExitText.INTERRUPTED
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn verify                     tests the built-in reference server",
      "  etrn verify --target 127.0.0.1:2525 --config etrn.yaml",
      "  etrn verify --help              prints the options of a command"
    })
public final class Etrn implements Runnable, ClockSource {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Clock clock;

  /** Creates the command for the generator of man pages, which uses reflection. */
  Etrn() {
    this(Clock.systemUTC());
  }

  private Etrn(Clock clock) {
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command line; its output goes to the standard streams, in UTF-8. */
  static int run(String... arguments) {
    var out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLine(out.writer(), err).execute(arguments);
    return out.isLost(err) && code == ExitCode.AS_EXPECTED.number()
        ? ExitCode.WRONG_USAGE.number()
        : code;
  }

  public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return commandLine(out, err, Clock.systemUTC());
  }

  /**
   * Returns the command line of {@code etrn} and all its commands.
   *
   * @param clock the clock that decides if a waiver has expired
   */
  public static CommandLine commandLine(PrintWriter out, PrintWriter err, Clock clock) {
    var etrn = new Etrn(clock);
    return CommandLineSetup.of(etrn, out, err, () -> etrn.debug);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "a command is missing: verify, init, matrix, load, report, send, serve, queue, reload,"
            + " cases or completion");
  }

  @Override
  public Clock clock() {
    return clock;
  }

  /** The provider of the version, which names commit and Java too. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      ToolInfo tool = ToolInfo.current();
      return new String[] {
        "etrn " + tool.version() + " (commit " + tool.commit() + ") on Java " + tool.java()
      };
    }
  }
}
