package dev.etrn.suites.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.mutants.ReviewedDeviations.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewedDeviationsTest {

  private static final ReviewedDeviations REVIEWED =
      ReviewedDeviations.of(
          List.of(
              "# said once",
              "",
              "survives IS_SLOW: seen by nobody",
              "mild IS_LATE: comes all the same",
              "idle etrn.a.*: says too little",
              "astray BREAKS_ALL *: nothing works",
              "accused WAITS etrn.a.*: waits for nobody"));

  @Test
  void explainsWhatALineNames() {
    assertThat(REVIEWED.unexplained(Kind.SURVIVES, List.of("IS_SLOW", "IS_FAST")))
        .containsExactly("IS_FAST");
    assertThat(REVIEWED.unexplained(Kind.IDLE, List.of("etrn.a.one", "etrn.b.one")))
        .containsExactly("etrn.b.one");
    assertThat(REVIEWED.unexplained(Kind.ASTRAY, List.of("BREAKS_ALL etrn.b", "OTHER etrn.b")))
        .containsExactly("OTHER etrn.b");
    assertThat(REVIEWED.unexplained(Kind.MILD, List.of("IS_LATE", "IS_SLOW")))
        .containsExactly("IS_SLOW");
    assertThat(REVIEWED.unexplained(Kind.ACCUSED, List.of("WAITS etrn.a.one", "WAITS etrn.b")))
        .containsExactly("WAITS etrn.b");
  }

  @Test
  void explainsNothingOfAnotherKind() {
    assertThat(REVIEWED.unexplained(Kind.IDLE, List.of("IS_SLOW"))).containsExactly("IS_SLOW");
  }

  @Test
  void tellsLinesThatExplainNothing() {
    assertThat(REVIEWED.stale(Kind.SURVIVES, List.of("IS_SLOW"))).isEmpty();
    assertThat(REVIEWED.stale(Kind.ASTRAY, List.of("OTHER etrn.b")))
        .containsExactly("astray BREAKS_ALL *: nothing works");
  }

  @Test
  void wantsNoUseOfALineOnWhatShowsByChance() {
    var reviewed =
        ReviewedDeviations.of(List.of("idle etrn.a.b: by chance, for few mutants concern it"));
    assertThat(reviewed.stale(Kind.IDLE, List.of())).isEmpty();
    assertThat(reviewed.unexplained(Kind.IDLE, List.of("etrn.a.b"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "survives A",
        "survives A: ",
        "idle a b: why",
        "astray A: why",
        "accused A: why",
        "mild A b: why",
        "killed A: why"
      })
  void wantsAKindANameAndAReason(String line) {
    assertThatThrownBy(() -> ReviewedDeviations.of(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }
}
