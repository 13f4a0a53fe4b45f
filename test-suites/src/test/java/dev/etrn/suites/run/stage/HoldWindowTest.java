package dev.etrn.suites.run.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldWindowTest {

  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration PART = Duration.ofMillis(250);

  @Test
  void isAPartOnlyAfterSeveralWindowsInWhichAllMailStayed() {
    HoldWindow window = afterKept(3);
    assertThat(window.of(QUIET)).isEqualTo(QUIET);
    window.ended(true);
    assertThat(window.of(QUIET)).isEqualTo(PART);
  }

  @Test
  void isWholeAgainWhenMailMovedTooEarlyUntilSeveralWereKeptInARow() {
    HoldWindow window = afterKept(4);
    window.ended(false);
    for (int i = 0; i < 3; i++) {
      window.ended(true);
    }
    assertThat(window.of(QUIET)).isEqualTo(QUIET);
    window.ended(true);
    assertThat(window.of(QUIET)).isEqualTo(PART);
  }

  @Test
  void isWholeAgainWhereCasesAreTriedAgain() {
    HoldWindow window = afterKept(4);
    window.stayWhole();
    window.ended(true);
    assertThat(window.of(QUIET)).isEqualTo(QUIET);
  }

  @Test
  void isNeverLessThanADeliveryTakes() {
    HoldWindow window = afterKept(4);
    assertThat(window.of(Duration.ofMillis(150))).isEqualTo(Duration.ofMillis(100));
    assertThat(window.of(Duration.ofMillis(50))).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void isAlwaysWholeInARunThatDoesNotAdapt() {
    var window = new HoldWindow(false);
    for (int i = 0; i < 10; i++) {
      window.ended(true);
    }
    assertThat(window.of(QUIET)).isEqualTo(QUIET);
  }

  private static HoldWindow afterKept(int times) {
    var window = new HoldWindow(true);
    for (int i = 0; i < times; i++) {
      window.ended(true);
    }
    return window;
  }
}
