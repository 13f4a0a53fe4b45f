package dev.etrn.suites.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.fault.mutant.ServerFaults;
import dev.etrn.suites.Cases;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that mutants break the requirements that cases for servers cover. */
class BrokenRequirementsTest {

  /** The requirements that no mutant breaks, with the reviewed reasons. */
  private static final Map<String, String> UNBROKEN =
      Map.of(
          "AUTH-001",
          "where no authentication is demanded every answer is noted; the embedded server demands"
              + " none",
          "SMTP-033",
          "a session greets before it reads; one that does not leaves every case without a"
              + " session");

  private static final Set<String> BROKEN =
      ServerFaults.all().stream().flatMap(f -> f.breaks().stream()).collect(Collectors.toSet());

  @Test
  void areAllThatCasesCoverButThoseThatWereReviewed() {
    Set<String> unbroken =
        Cases.all().stream()
            .flatMap(testCase -> testCase.info().requirements().stream())
            .filter(id -> !BROKEN.contains(id))
            .collect(Collectors.toSet());
    assertThat(unbroken)
        .as("write a mutant, or say here why there is none")
        .containsExactlyInAnyOrderElementsOf(UNBROKEN.keySet());
  }

  @Test
  void areRequirementsThatThereAre() {
    assertThat(Requirements.all()).extracting(Requirement::id).containsAll(BROKEN);
  }
}
