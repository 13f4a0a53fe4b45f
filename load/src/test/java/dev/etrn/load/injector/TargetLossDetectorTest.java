package dev.etrn.load.injector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepError;
import dev.etrn.load.protocol.StepResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetLossDetectorTest {

  private final TargetLossDetector detector = new TargetLossDetector();

  @Test
  void callsATargetGoneThatRefusesEveryConnectionForFiveSeconds() {
    for (int second = 1; second < 5; second++) {
      detector.saw(step(Step.CONNECT, StepError.REFUSED));
      assertThat(detector.isGoneAfterAnotherSecond()).isFalse();
    }
    detector.saw(step(Step.CONNECT, StepError.REFUSED));
    assertThat(detector.isGoneAfterAnotherSecond()).isTrue();
  }

  @Test
  void callsATargetBusyThatStillAnswersSomebody() {
    for (int second = 0; second < 10; second++) {
      detector.saw(step(Step.CONNECT, StepError.REFUSED));
      detector.saw(step(Step.ETRN, null));
      assertThat(detector.isGoneAfterAnotherSecond()).isFalse();
    }
  }

  @Test
  void saysNothingOfSecondsInWhichNobodyTried() {
    for (int second = 0; second < 10; second++) {
      detector.saw(step(Step.ETRN, StepError.TIMEOUT));
      assertThat(detector.isGoneAfterAnotherSecond()).isFalse();
    }
  }

  private static StepResult step(Step step, @Nullable StepError error) {
    return new StepResult(step, "partners", 1, null, 0, error, error == null, 0, 0, 1);
  }
}
