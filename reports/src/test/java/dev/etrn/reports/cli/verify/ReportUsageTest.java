package dev.etrn.reports.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.SampleReport;
import dev.etrn.reports.cli.CommandRun;
import dev.etrn.reports.directory.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors of {@code etrn report} for wrong usage. */
class ReportUsageTest {

  private static final String LOAD =
      "{\"schema\": 1, \"scenario\": \"soak\", \"target\": {\"name\": \"x\"}, \"timeline\": []}";

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void record() throws Exception {
    new RunDirectory(directory.resolve("run")).write(SampleReport.of());
    for (String name :
        new String[] {"load", "other", "matrix", "empty", "broken", "both", "torn"}) {
      Files.createDirectories(directory.resolve(name));
    }
    Files.writeString(directory.resolve("load/load.json"), LOAD);
    Files.writeString(directory.resolve("other/load.json"), LOAD);
    Files.writeString(directory.resolve("torn/load.json"), LOAD);
    Path injector = Files.createDirectory(directory.resolve("torn/injector-1"));
    Files.writeString(injector.resolve("injector.hlog"), "Tag=x,0.1,1.0,2.0,HISTFAAAABV42pNp\n");
    Files.writeString(directory.resolve("matrix/matrix.json"), "{}");
    Files.writeString(directory.resolve("broken/results.json"), "");
    Files.writeString(directory.resolve("broken/load.json"), "[");
    Files.writeString(directory.resolve("waivers.yaml"), "waivers: 7");
    Files.write(directory.resolve("octets"), new byte[] {(byte) 0xFF, 0});
    new RunDirectory(directory.resolve("both")).write(SampleReport.of());
    Files.writeString(directory.resolve("both/load.json"), LOAD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Missing required parameter: 'RUN'",
        "@none|there is no file @none: name one with RUN",
        "@empty|there is no file @empty/results.json: name one with RUN",
        "@matrix|@matrix holds a matrix: name the run of one target",
        "@broken|@broken/results.json is not a results.json of this harness",
        "@octets|@octets is not UTF-8 text: name another file with RUN",
        "@run/junit.xml|@run/junit.xml line 1: this is not JSON: name a results.json",
        "@run/results.sarif|@run/results.sarif is not a results.json of this harness",
        "@run @run|give one RUN; to compare it with another, name that with --baseline",
        "@run --baseline|Missing required parameter for option '--baseline'",
        "@run --baseline @none|there is no file @none: name one with --baseline",
        "@run --baseline @load|there is no file @load/results.json: name one with --baseline",
        "@run --baseline @run --baseline @run|option '--baseline' (FILE) should be specified only"
            + " once",
        "@run --waivers @none|there is no file @none: name one with --waivers",
        "@run --waivers @waivers.yaml|@waivers.yaml",
        "@run --out @octets|cannot write to @octets (it is a file): name another directory with"
            + " --out",
        "@run --out @octets/x|cannot write to @octets/x (@octets is a file): name another"
            + " directory",
        "@run --nonsense|Unknown option: '--nonsense'",
        "@load|one load run cannot be compared: give another one besides @load",
        "@load @run|there is no file @run/load.json: name one with RUN",
        "@load @broken|@broken/load.json is not JSON",
        "@load @torn|cannot read the times beside @torn/load.json",
        "@load @other --rejudge|--rejudge, --waivers and --baseline are for runs of 'etrn verify'",
        "@load @other --baseline @run|--rejudge, --waivers and --baseline are for runs of",
        "@load @other --out @octets|cannot write to @octets (it is a file): name another directory",
      })
  void saysInOneSentenceWhatIsWrong(String arguments, String sentence) {
    String line = "report" + (arguments == null ? "" : " " + arguments);
    CommandRun run = CommandRun.of(line.replace("@", directory + "/").split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(64);
    assertThat(run.err())
        .startsWith("etrn: ")
        .contains(sentence.replace("@", directory + "/"))
        .hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void showsTheRunOfCasesWhereALoadRunLiesBesideIt() {
    CommandRun run = CommandRun.of("report", directory.resolve("both").toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("the report is in " + directory.resolve("both"));
  }

  @Test
  void printsAComparisonOfLoadAsJsonOrNotAtAll() {
    String load = directory.resolve("load").toString();
    String other = directory.resolve("other").toString();
    assertThat(CommandRun.of("report", load, other, "--json").out())
        .startsWith("{\n")
        .contains("\"comparisons\"");
    assertThat(CommandRun.of("report", load, other, "--quiet").out()).isEmpty();
  }
}
