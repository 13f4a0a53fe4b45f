package dev.etrn.suites.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The index that leads from a section of a specification to the source of its cases. With {@code
 * -Dgolden.write=true} it is written again, for review.
 */
@Tag("slow")
class CaseIndexTest {

  private static final Path INDEX = Path.of("docs/index.md");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final String HEAD =
      """
      # From a section to its cases

      This index is for everyone who has a specification open. It leads from a section to its
      requirements, and from each requirement to the source of its cases: the class and the method that
      build the case, and the judges that the method names. A case without a judge here is judged by its own class.

      The index is generated. After a change of the catalogue write it again:

      <!-- by hand: it needs the sources -->
      ```sh
      mvn -pl test-suites -am test -Dtest=CaseIndexTest -Dsurefire.failIfNoSpecifiedTests=false \\
        -Dgolden.write=true
      ```
      """;

  private final Map<String, CaseSource> sources = CaseSource.all();

  @Test
  void leadsToTheSourceOfEachCase() throws IOException {
    String expected = index();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(INDEX, expected);
    }
    assertThat(Files.readString(INDEX))
        .as("the index of the cases; write it again as its first lines say")
        .isEqualTo(expected);
  }

  @Test
  void knowsTheMethodOfEachCase() {
    assertThat(Cases.ofBothSides())
        .extracting(experiment -> experiment.info().id())
        .allSatisfy(id -> assertThat(sources).containsKey(id));
    assertThat(source("etrn.syntax.bare-lf").name()).isEqualTo("LineCases.bareLf");
    assertThat(source("etrn.syntax.empty-label").name()).startsWith("BadNameCases.");
    assertThat(source("etrn.session.one-reply").name()).startsWith("SessionRules.");
  }

  private String index() {
    Map<String, String> sections =
        Requirements.all().stream()
            .collect(
                groupingBy(
                    Requirement::spec,
                    () -> new TreeMap<>(Comparator.comparing(CaseIndexTest::padded)),
                    mapping(this::entry, joining())));
    return HEAD
        + sections.entrySet().stream()
            .map(section -> "\n## " + section.getKey() + "\n\n" + section.getValue())
            .collect(joining())
        + "\n"
        + addresses();
  }

  private String entry(Requirement requirement) {
    String cases =
        Cases.ofBothSides().stream()
            .map(Experiment::info)
            .filter(info -> info.requirements().contains(requirement.id()))
            .map(this::row)
            .collect(joining());
    return "- %s (%s): %s\n%s"
        .formatted(
            requirement.id(),
            requirement.level(),
            requirement.sentence(),
            cases.isEmpty() ? others(requirement) : cases);
  }

  private String row(CaseInfo info) {
    CaseSource source = source(info.id());
    String judges =
        source.judges().stream()
            .map(judge -> "[" + CaseSource.className(judge) + "][]")
            .collect(joining(", "));
    return "  - `%s`: [%s][%s]%s\n"
        .formatted(
            info.id(),
            source.name(),
            CaseSource.className(source.file()),
            judges.isEmpty() ? "" : ", judged by " + judges);
  }

  private CaseSource source(String caseId) {
    return Optional.ofNullable(sources.get(caseId)).orElseThrow();
  }

  private static String others(Requirement requirement) {
    return requirement.unitTests().isEmpty()
        ? "  - no case: " + requirement.untestable().orElseThrow() + "\n"
        : "  - unit test " + String.join(", ", requirement.unitTests()) + "\n";
  }

  /** Returns the addresses of all files that the rows name, for links by the names of classes. */
  private String addresses() {
    return sources.values().stream()
        .flatMap(source -> Stream.concat(Stream.of(source.file()), source.judges().stream()))
        .distinct()
        .map(file -> "[%s]: ../%s\n".formatted(CaseSource.className(file), slashes(file)))
        .sorted()
        .collect(joining());
  }

  private static String slashes(Path file) {
    return file.toString().replace('\\', '/');
  }

  /** Returns a text that sorts section 4.1.1.10 behind section 4.1.1.9. */
  private static String padded(String spec) {
    return NUMBER.matcher(spec).replaceAll(number -> "%6s".formatted(number.group()));
  }
}
