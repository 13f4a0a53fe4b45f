package dev.etrn.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.run.ResourceUse.MemoryAt;
import dev.etrn.suites.targets.MachineUse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceUseTest {

  private static final MachineUse BEFORE = new MachineUse(Duration.ofSeconds(3), 10);

  @Test
  void countsTheTimeInBetweenAndTheMostMemory() {
    ResourceUse used =
        ResourceUse.between(
            BEFORE,
            new MachineUse(Duration.ofSeconds(5), 20),
            List.of(new MemoryAt(2, 30), new MemoryAt(4, 25)));
    assertThat(used.cpu()).isEqualTo(Duration.ofSeconds(2));
    assertThat(used.residentBytes()).isEqualTo(20);
    assertThat(used.peakBytes()).isEqualTo(30);
  }

  @Test
  void takesTheEndForThePeakWhereNobodyLooked() {
    assertThat(ResourceUse.between(BEFORE, new MachineUse(Duration.ofSeconds(4), 20), List.of()))
        .extracting(ResourceUse::peakBytes)
        .isEqualTo(20L);
  }
}
