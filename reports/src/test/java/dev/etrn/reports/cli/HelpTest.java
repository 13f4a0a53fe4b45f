package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.reports.cli.exit.ExitCode;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The output of {@code --help}. */
class HelpTest {

  static Stream<CommandLine> commands() {
    CommandLine etrn = root();
    return Stream.concat(Stream.of(etrn), etrn.getSubcommands().values().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void givesExamplesThatTheCommandTakes(CommandLine command) {
    var examples =
        Arrays.stream(command.getCommandSpec().usageMessage().footer())
            // A remark stands behind a gap.
            .map(line -> ShellLine.of(line.strip().replaceAll(" {2,}.*", "").replace("%%", "%")))
            .filter(ShellLine::isEtrn)
            .toList();
    assertThat(examples).isNotEmpty();
    for (ShellLine example : examples) {
      assertThatCode(example::parse).as("%s", example).doesNotThrowAnyException();
    }
  }

  @Test
  void wouldNoticeAnExampleThatTheCommandRefuses() {
    assertThatThrownBy(() -> ShellLine.of("etrn send a.test b.test --within 10s").parse())
        .isInstanceOf(CommandLine.ParameterException.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsAScreenAndTellsExitCodes(CommandLine command) {
    String help = CommandRun.of(command.getCommandName(), "--help").out();
    if (command.getParent() == null) {
      help = CommandRun.of("--help").out();
    }
    assertThat(help).contains("Exit codes:", "Examples:").doesNotContain("\u001B");
    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void tellsEveryExitCode() {
    String help = CommandRun.of("--help").out();
    for (ExitCode code : ExitCode.values()) {
      assertThat(help).containsPattern("(?m)^  " + code.number() + " +\\S");
    }
  }

  private static CommandLine root() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    return Etrn.commandLine(nowhere, nowhere);
  }
}
