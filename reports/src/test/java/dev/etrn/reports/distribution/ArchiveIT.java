package dev.etrn.reports.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.cli.Etrn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The archive that is installed by unpacking it. */
class ArchiveIT {

  @TempDir private static Path directory = Path.of("");
  private static Archive archive = new Archive(directory);

  @BeforeAll
  static void unpack() throws Exception {
    archive = Archive.unpack(directory.resolve("a place"));
  }

  @Test
  void runsFromWhereItIsUnpackedAndThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("etrn"), archive.home().resolve("etrn"));
    Archive.Ran run = archive.run(link, "no", "cases", "etrn.reply.no-argument");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("# etrn.reply.no-argument\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void passesExitCodesAndErrorsOn() throws Exception {
    Archive.Ran run = archive.etrn("no", "verify", "--nonsense");
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).startsWith("etrn: Unknown option: '--nonsense'").hasLineCount(1);
  }

  @Test
  void sharesClassesOnceAndSaysNothingWhereTheyDoNotFit(@TempDir Path elsewhere) throws Exception {
    Archive one = Archive.unpack(elsewhere.resolve("one"));
    Archive other = Archive.unpack(elsewhere.resolve("other"));
    String version = one.etrn("now", "--version").out();
    Path shared = shared(one);
    assertThat(version).startsWith("etrn ").hasLineCount(1);
    assertThat(one.etrn("no", "--version")).isEqualTo(new Archive.Ran(0, version, ""));
    // Made for other paths.
    Files.copy(
        shared,
        other.home().resolve("lib").resolve(shared.getFileName()),
        StandardCopyOption.COPY_ATTRIBUTES);
    assertThat(other.etrn("no", "--version")).isEqualTo(new Archive.Ran(0, version, ""));
  }

  @Test
  void bringsAManPageForEachCommand() throws IOException {
    var nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine etrn = Etrn.commandLine(nowhere, nowhere);
    Path pages = archive.home().resolve("share/man/man1");
    assertThat(pages.resolve("etrn.1")).content().contains(".SH \"COMMANDS\"");
    for (String command : etrn.getSubcommands().keySet()) {
      assertThat(Files.readString(pages.resolve("etrn-" + command + ".1")))
          .contains(".SH \"NAME\"", "etrn-" + command + " \\- ", ".SH \"EXAMPLES")
          .doesNotContain("${");
    }
  }

  @Test
  void holdsNoTestLibrary() throws IOException {
    try (var jars = Files.list(archive.home().resolve("lib"))) {
      List<String> names = jars.map(jar -> jar.getFileName().toString()).toList();
      assertThat(names).anyMatch(name -> name.startsWith("reports-"));
      assertThat(names).noneMatch(name -> name.matches("(assertj|awaitility|archunit|jmh).*"));
    }
  }

  private static Path shared(Archive archive) throws IOException {
    try (var files = Files.list(archive.home().resolve("lib"))) {
      return files
          .filter(file -> file.toString().endsWith(".jsa"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no shared classes were made"));
    }
  }
}
