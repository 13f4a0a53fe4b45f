package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code etrn completion} command, as shells with a terminal use its script. */
@Tag("slow")
class CompletionCommandTest {

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @EnabledIf("hasBash")
  @CsvSource({
    "ver, [verify]",
    "verify --repe, [verify][--repeat]",
    "verify --target emb, [verify][--target][embedded]",
    "verify --select etrn.reply.no-arg, [verify][--select][etrn.reply.no-argument]",
    "load trig, [load][trigger]",
    "cases etrn.effect.one-m, [cases][etrn.effect.one-message]",
    "completion z, [completion][zsh]",
  })
  void completesInBash(String typed, String arguments) throws Exception {
    assertThat(complete("bash", typed)).contains(arguments);
  }

  @ParameterizedTest
  @EnabledIf("hasZsh")
  @CsvSource({
    "ver, [verify]",
    "verify --repe, [verify][--repeat]",
    "verify --target emb, [verify][--target][embedded]",
    "verify --target mta:postfix-b, [verify][--target][mta:postfix-backoff]",
    "load burst --target mta:cou, [load][burst][--target][mta:courier]",
    "cases etrn.effect.one-m, [cases][etrn.effect.one-message]",
    "completion z, [completion][zsh]",
  })
  void completesInZsh(String typed, String arguments) throws Exception {
    assertThat(complete("zsh", typed)).contains(arguments);
  }

  @ParameterizedTest
  @EnabledIf("hasBash")
  @CsvSource({
    "verify --target mt, [verify][--target][mta:]",
    "verify --target mta:postfix-b, [verify][--target][mta:postfix-backoff]",
    "verify --target mta:pos, [verify][--target][mta:postfix]",
    "verify --target   mta:cou, [verify][--target][mta:courier]",
    "verify --target=mta:cou, [verify][--target=mta:courier]",
    "verify --target=emb, [verify][--target=embedded]",
    "verify --target mta:exim --repe, [verify][--target][mta:exim][--repeat]",
    "verify --target 127.0.0.1:2525 --sel, [verify][--target][127.0.0.1:2525][--select]",
    "verify --target=mta:exim --repe, [verify][--target=mta:exim][--repeat]",
  })
  void takesAWordWithAColonForOneInBash(String typed, String arguments) throws Exception {
    assertThat(complete("bash", typed)).contains(arguments);
  }

  @Test
  @EnabledIf("hasBash")
  void cutsNothingOffWhereBashDoesNotSplitAtColons() throws Exception {
    String script = "COMP_WORDBREAKS=${COMP_WORDBREAKS//:/}\n" + script("bash");
    assertThat(shell("bash").complete(script, "etrn verify --target mta:cou"))
        .contains("[verify][--target][mta:courier]");
  }

  @Test
  void tellsHowItsScriptIsUsed() {
    assertThat(script("bash"))
        .startsWith("# Completes the etrn command")
        .contains("source <(etrn completion bash)")
        .doesNotContain("bash_profile", "find .");
  }

  @Test
  void refusesAShellThatItDoesNotKnow() {
    CommandRun run = CommandRun.of("completion", "fish");
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("no script for 'fish'; expected bash or zsh").hasLineCount(1);
  }

  static boolean hasBash() {
    return InteractiveShell.canRun("bash");
  }

  static boolean hasZsh() {
    return InteractiveShell.canRun("zsh");
  }

  private String complete(String shell, String typed) throws Exception {
    return shell(shell).complete(script(shell), "etrn " + typed);
  }

  private InteractiveShell shell(String name) {
    return new InteractiveShell(name, directory);
  }

  private static String script(String shell) {
    return CommandRun.of("completion", shell).out();
  }
}
