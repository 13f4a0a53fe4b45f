package dev.etrn.reports.cli.verify;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.reports.cli.terminal.OutputFile;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.inquiry.InquiryPlan;
import dev.etrn.suites.inquiry.ServerFacts;
import dev.etrn.suites.inquiry.ServerInquiry;
import dev.etrn.suites.inquiry.draft.AdminAdvice;
import dev.etrn.suites.inquiry.draft.ConfigurationDraft;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import dev.etrn.suites.wire.sink.Sink;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code etrn init} command. */
@Command(
    name = "init",
    description =
        "Examines a server with commands that any client may send, without hostile input, and"
            + " writes its findings to an etrn.yaml.",
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {
      "0:the file was written",
      ExitText.WRONG_USAGE,
      ExitText.TARGET_UNREACHABLE,
      ExitText.INTERNAL_ERROR
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn init hub.branch.test --permitted branch.example",
      "  etrn init 127.0.0.1:2525 --node a.example --node b.example --out -",
      "  etrn init 127.0.0.1:2525 --permitted branch.example --listen 127.0.0.1:2526"
    })
public final class InitCommand implements Callable<Integer> {

  private static final String STANDARD_OUTPUT = "-";

  @Mixin private InquiryOptions inquiry = new InquiryOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write, or - for standard output (default: ${DEFAULT-VALUE}).")
  private String out = "etrn.yaml";

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    boolean isPrinted = out.equals(STANDARD_OUTPUT);
    if (!isPrinted && !force && Files.exists(Path.of(out))) {
      throw new HarnessConfigurationException(
          out + " exists already: name another file with --out, or replace it with --force");
    }
    InquiryPlan plan = inquiry.plan();
    ServerFacts facts = ask(plan);
    String draft = ConfigurationDraft.of(plan, facts, !isPrinted);
    if (isPrinted) {
      spec.commandLine().getOut().print(draft);
      spec.commandLine().getOut().flush();
    } else {
      write(draft, plan, facts);
    }
    return ExitCode.AS_EXPECTED.number();
  }

  private static ServerFacts ask(InquiryPlan plan)
      throws HarnessConfigurationException,
          TargetUnavailableException,
          SinkUnavailableException,
          InterruptedException {
    if (plan.listen().isEmpty()) {
      return ServerInquiry.of(plan, Optional.empty());
    }
    String listen = plan.listen().get().toString();
    try (Sink sink = Sink.listen(HostPort.resolve("--listen", listen))) {
      return ServerInquiry.of(plan, Optional.of(sink));
    }
  }

  private void write(String draft, InquiryPlan plan, ServerFacts facts)
      throws HarnessConfigurationException {
    OutputFile.write(Path.of(out), draft, plan.login().isPresent());
    PrintWriter writer = spec.commandLine().getOut();
    AdminAdvice.lines(plan, facts).forEach(line -> writer.println(EscapedText.line(line)));
    writer.println("the findings are in " + out + "; next: etrn verify --config " + out);
    writer.flush();
  }
}
