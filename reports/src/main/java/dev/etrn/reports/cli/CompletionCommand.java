package dev.etrn.reports.cli;

import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code etrn completion}. */
@Command(
    name = "completion",
    description = "Prints a script with which a shell completes commands, options and names.",
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {ExitText.AS_EXPECTED, ExitText.WRONG_USAGE},
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(etrn completion bash)                 in this shell",
      "  etrn completion bash > /etc/bash_completion.d/etrn",
      "  source <(etrn completion zsh)                  in ~/.zshrc, behind compinit"
    })
final class CompletionCommand implements Callable<Integer> {

  private static final String JOINED = "joined.bash";

  private static final String HOW =
      """
      # Completes the etrn command in bash and zsh. In a shell, or in ~/.bashrc or ~/.zshrc:
      #   source <(etrn completion bash)
      #   source <(etrn completion zsh)    (behind compinit)
      """;

  /** The shells; one script serves both, since zsh runs it in the way of bash. */
  static final class Shells implements Iterable<String> {

    private static final List<String> ALL = List.of("bash", "zsh");

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }

  @Parameters(
      paramLabel = "SHELL",
      description = "${COMPLETION-CANDIDATES}",
      completionCandidates = Shells.class)
  private String shell = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (!Shells.ALL.contains(shell)) {
      throw new ParameterException(
          spec.commandLine(), "no script for '" + shell + "'; expected bash or zsh");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(HOW);
    out.print(functions(AutoComplete.bash("etrn", spec.root().commandLine())));
    out.print(joined());
    out.flush();
    return ExitCode.AS_EXPECTED.number();
  }

  /** The script of picocli without its preface, which tells to install it in another way. */
  private static String functions(String script) {
    return script
        .lines()
        .dropWhile(line -> line.isBlank() || line.startsWith("#"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Calls the script of picocli with words that are whole. */
  private static String joined() throws IOException {
    try (InputStream in = CompletionCommand.class.getResourceAsStream(JOINED)) {
      return new String(Objects.requireNonNull(in, JOINED).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
