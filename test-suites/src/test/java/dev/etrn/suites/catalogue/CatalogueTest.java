package dev.etrn.suites.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.requirements.Consequences;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  /** The families of requirements, with the numbers of each. */
  private static final Map<String, List<Integer>> IDS =
      Map.ofEntries(
          Map.entry("ETRN", numbers(1, 63)),
          Map.entry("SMTP", numbers(1, 46)),
          Map.entry("PIPE", numbers(1, 11)),
          Map.entry("TLS", numbers(1, 12)),
          Map.entry("AUTH", numbers(1, 5)),
          Map.entry("ESC", numbers(1, 6)),
          Map.entry("IDN", numbers(1, 4)),
          Map.entry("ODMR", numbers(1, 11)),
          Map.entry(
              "PMDF", Stream.of(numbers(1, 32), numbers(40, 49)).flatMap(List::stream).toList()),
          Map.entry("CLI", numbers(1, 24)),
          Map.entry("SEC", numbers(1, 40)),
          Map.entry("DECL", numbers(1, 9)));

  @Test
  void hasEveryRequirementThatIsKnown() {
    List<String> wanted =
        IDS.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(n -> "%s-%03d".formatted(e.getKey(), n)))
            .toList();
    assertThat(Requirements.all())
        .extracting(Requirement::id)
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void coversEachRequirementByACaseOrAUnitTestOrSaysWhyNot() {
    Set<String> covered =
        Cases.ofBothSides().stream()
            .flatMap(testCase -> testCase.info().requirements().stream())
            .collect(Collectors.toSet());
    for (Requirement requirement : Requirements.all()) {
      boolean isCovered = covered.contains(requirement.id()) || !requirement.unitTests().isEmpty();
      assertThat(isCovered)
          .as(requirement.id() + " is either covered or untestable")
          .isNotEqualTo(requirement.untestable().isPresent());
    }
  }

  @Test
  void namesOnlyUnitTestsThatThereAre() throws IOException {
    Map<String, String> sources = testSources();
    for (Requirement requirement : Requirements.all()) {
      for (String test : requirement.unitTests()) {
        String[] name = test.split("#", 2);
        assertThat(sources.getOrDefault(name[0], "no such class"))
            .as(requirement.id() + ": " + test)
            .containsPattern("(void|Stream<DynamicTest>) " + Pattern.quote(name[1]) + "\\(");
      }
    }
  }

  /** Returns the sources of the tests of all modules, by class name. */
  private static Map<String, String> testSources() throws IOException {
    var sources = new HashMap<String, String>();
    for (String module : List.of("reference-server", "test-suites", "reports")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static List<Integer> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void namesOnlyRequirementsThatThereAre() {
    for (Experiment testCase : Cases.ofBothSides()) {
      assertThat(testCase.info().requirements())
          .as(testCase.info().id())
          .isNotEmpty()
          .doesNotHaveDuplicates();
      testCase.info().requirements().forEach(id -> assertThat(Requirements.byId(id)).isNotNull());
    }
  }

  @Test
  void givesEachCaseAnIdOfItsOwnATitleAndWhatItExpects() {
    assertThat(Cases.ofBothSides()).extracting(c -> c.info().id()).doesNotHaveDuplicates();
    assertThat(Cases.ofBothSides())
        .allSatisfy(
            testCase -> {
              assertThat(testCase.info().id()).matches("etrn\\.[a-z]+\\.[a-z0-9-]+");
              assertThat(testCase.info().title()).isNotBlank();
              assertThat(testCase.info().expected()).isNotBlank();
            });
  }

  @Test
  void saysWhatFailingEachCaseMeansForPeople() {
    assertThat(Cases.ofBothSides())
        .allSatisfy(
            testCase ->
                assertThat(Consequences.of(testCase.info())).as(testCase.info().id()).isPresent());
  }

  @Test
  void hasNoConsequenceThatNoPageShows() {
    Set<String> covered =
        Cases.ofBothSides().stream()
            .flatMap(testCase -> testCase.info().requirements().stream())
            .collect(Collectors.toSet());
    assertThat(Requirements.all())
        .filteredOn(requirement -> Consequences.of(requirement.id()).isPresent())
        .extracting(Requirement::id)
        .isSubsetOf(covered);
  }
}
