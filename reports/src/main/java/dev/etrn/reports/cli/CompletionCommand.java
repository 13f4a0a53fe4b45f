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

/** The {@code etrn completion} command. */
@Command(
    name = "completion",
    description = "Prints a shell script that completes commands, options and names.",
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {ExitText.AS_EXPECTED, ExitText.WRONG_USAGE},
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(etrn completion bash)                 in this shell",
      "  etrn completion bash > /etc/bash_completion.d/etrn",
      "  source <(etrn completion zsh)                  in ~/.zshrc, after compinit"
    })
final class CompletionCommand implements Callable<Integer> {

  private static final String JOINED_SCRIPT = "joined.bash";

  private static final String PREFACE =
      """
      # Completes the etrn command in bash and zsh. In a shell, or in ~/.bashrc or ~/.zshrc:
      #   source <(etrn completion bash)
      #   source <(etrn completion zsh)    (after compinit)
      """;

  /** The supported shells; one script serves both, since zsh emulates bash for it. */
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
          spec.commandLine(), "there is no script for '" + shell + "'; expected bash or zsh");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(PREFACE);
    out.print(functions(AutoComplete.bash("etrn", spec.root().commandLine())));
    out.print(joined());
    out.flush();
    return ExitCode.AS_EXPECTED.number();
  }

  /** Returns the script of picocli without its preface, which explains another installation. */
  private static String functions(String script) {
    return script
        .lines()
        .dropWhile(line -> line.isBlank() || line.startsWith("#"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Returns the code that calls the script of picocli with whole words. */
  private static String joined() throws IOException {
    try (InputStream in = CompletionCommand.class.getResourceAsStream(JOINED_SCRIPT)) {
      return new String(
          Objects.requireNonNull(in, JOINED_SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
