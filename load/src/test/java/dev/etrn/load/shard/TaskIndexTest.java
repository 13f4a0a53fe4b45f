package dev.etrn.load.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskIndexTest {

  @Test
  void isWhatSomeoneSays() {
    assertThat(TaskIndex.of(Map.of("ETRN_INJECTOR", "2"))).isEqualTo(2);
  }

  @Test
  void isTheIndexOfAJob() {
    assertThat(TaskIndex.of(Map.of("JOB_COMPLETION_INDEX", "0"))).isEqualTo(1);
  }

  @Test
  void isTheSlotOfASwarmWhichTheFirstTaskDoesNotGet() {
    assertThat(TaskIndex.of(Map.of("ETRN_SLOT", "zohxcp", "ETRN_NODE", "zohxcp"))).isEqualTo(1);
    assertThat(TaskIndex.of(Map.of("ETRN_SLOT", "1", "ETRN_NODE", "zohxcp"))).isEqualTo(2);
  }

  @Test
  void hasToBeKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskIndex.of(Map.of()))
        .withMessage("which injector this is has to be said: set ETRN_INJECTOR to a number from 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskIndex.of(Map.of("ETRN_SLOT", "{{.Task.Slot}}", "ETRN_NODE", "n")))
        .withMessage("ETRN_SLOT has to be a number, not '{{.Task.Slot}}'");
  }
}
