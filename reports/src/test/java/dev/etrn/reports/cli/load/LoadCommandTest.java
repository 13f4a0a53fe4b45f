package dev.etrn.reports.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code etrn load} command, as far as it makes no load. */
@Tag("slow")
class LoadCommandTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void listsTheScenarios() {
    CommandRun run = CommandRun.of("load", "--list");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .hasSize(8)
        .anyMatch(line -> line.startsWith("hit-and-run"))
        .anyMatch(line -> line.startsWith("trigger      mail waits for each partner"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|a scenario is missing; expected one of burst, ramp",
        "bust|no scenario 'bust'; expected one of burst, ramp",
        "burst --threshold p98<5ms|the threshold 'p98<5ms' cannot be read: it has to begin with",
        "burst --rate 5 --users 5|--rate and --users exclude each other",
        "burst --rate 0|--rate takes a number above 0",
        "burst --rate 1000000|--rate takes a number above 0 and up to 100000",
        "burst --rate x|Invalid value for option '--rate': 'x' is not a number in the supported"
            + " range",
        "burst --users x|Invalid value for option '--users': 'x' is not a whole number",
        "burst --users 0|--users takes a number from 1",
        "burst --duration 5|--duration takes a time such as 30s or 5m, not '5'",
        "burst --duration 0s|--duration takes a time",
        "burst --max-rate 5|--max-rate is an option of verify; for load, set --rate",
        "burst --simulation a.B|a scenario and --simulation exclude each other",
        "--simulation a.B|there is no class a.B; is it in --classpath?",
        "--simulation java.lang.String|java.lang.String is no simulation; it must extend",
        "--simulation a.B --classpath no/such|--classpath names no/such, which does not exist",
        "burst --classpath x|--classpath needs --simulation",
        "burst --sample 101|--sample takes a number from 0 to 100",
        "burst --etrns-per-session -1|--etrns-per-session takes 0 or more",
        "burst --injectors 0|--injectors takes a number from 1 to 1000",
        "burst --share no/such|--share no/such is not a writable directory: mount it",
        "burst --target 127.0.0.1:1|load needs a node that this client may release: add"
            + " nodes.permitted",
      })
  void saysWhatToWriteInstead(String arguments, String sentence) {
    CommandRun run = run(arguments == null ? "" : arguments);
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).startsWith("etrn: ").contains(sentence);
  }

  @Test
  void refusesADirectoryThatIsAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "here already");
    CommandRun run = run("burst --out " + file);
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("cannot write to " + file).contains("--out");
    assertThat(file).hasContent("here already");
  }

  @Test
  void doesNotMixTwoRunsInOneShare() throws IOException {
    Path share = Files.createDirectories(directory.resolve("share"));
    Files.createDirectory(share.resolve("injector-2"));
    CommandRun run = run("burst --injectors 2 --share " + share);
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("holds another run: wait until it ends, or empty the directory");
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    Path config =
        Files.writeString(
            directory.resolve("etrn.yaml"),
            "target:\n  address: 127.0.0.1:1\nnodes:\n  permitted: branch.example\n");
    CommandRun run = run("burst --config " + config);
    assertThat(run.code()).isEqualTo(69);
    assertThat(run.err()).contains("no mail server answers at 127.0.0.1:1: start it");
  }

  @Test
  void asksForAnotherRunToCompareWith() throws IOException {
    Files.writeString(directory.resolve("load.json"), "{}");
    CommandRun run = CommandRun.of("report", directory.toString());
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("one load run cannot be compared: give another one besides");
  }

  private CommandRun run(String arguments) {
    String line = "load " + arguments;
    if (!arguments.contains("--out")) {
      line += " --out " + directory.resolve("out");
    }
    return CommandRun.of(line.strip().split(" +"));
  }
}
