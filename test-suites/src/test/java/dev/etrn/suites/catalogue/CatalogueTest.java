package dev.etrn.suites.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void hasEveryRequirementOfRfc1985() {
    List<String> wanted = IntStream.rangeClosed(1, 63).mapToObj("ETRN-%03d"::formatted).toList();
    assertThat(Rfc1985.all()).extracting(Requirement::id).containsExactlyElementsOf(wanted);
  }

  @Test
  void coversEachRequirementByACaseOrSaysWhyNot() {
    List<String> covered =
        Cases.all().stream().flatMap(one -> one.info().requirements().stream()).toList();
    for (Requirement requirement : Requirements.all()) {
      assertThat(covered.contains(requirement.id()))
          .as(requirement.id() + " is either covered or untestable")
          .isNotEqualTo(requirement.untestable().isPresent());
    }
  }

  @Test
  void namesOnlyRequirementsThatThereAre() {
    for (Case one : Cases.all()) {
      assertThat(one.info().requirements())
          .as(one.info().id())
          .isNotEmpty()
          .doesNotHaveDuplicates();
      one.info().requirements().forEach(id -> assertThat(Requirements.byId(id)).isNotNull());
    }
  }

  @Test
  void givesEachCaseAnIdOfItsOwnATitleAndWhatItExpects() {
    assertThat(Cases.all()).extracting(c -> c.info().id()).doesNotHaveDuplicates();
    assertThat(Cases.all())
        .allSatisfy(
            one -> {
              assertThat(one.info().id()).matches("etrn\\.[a-z]+\\.[a-z0-9-]+");
              assertThat(one.info().title()).isNotBlank();
              assertThat(one.info().expected()).isNotBlank();
            });
  }
}
