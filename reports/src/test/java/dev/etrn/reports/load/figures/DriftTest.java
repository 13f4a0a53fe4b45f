package dev.etrn.reports.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.measure.Trend;
import org.junit.jupiter.api.Test;

class DriftTest {

  @Test
  void tellsTheChangeOverTheRunAndWhetherThereIsOne() {
    assertThat(new Drift("p99", "replies", true, 60, new Trend(1e5, 5e4, 2e5)).text())
        .isEqualTo("replies: +6.00 ms over the run (95 %: +3.00 ms to +12.00 ms): it rises");
    assertThat(
            new Drift("memory", "memory", false, 60, new Trend(-1 << 20, -2 << 20, 1 << 20)).text())
        .isEqualTo("memory: -60.0 MiB over the run (95 %: -120.0 MiB to +60.0 MiB): no drift seen");
  }
}
