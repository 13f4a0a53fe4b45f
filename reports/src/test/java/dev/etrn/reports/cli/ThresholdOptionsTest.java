package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.load.verdict.Threshold;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.EmbeddedTarget;
import dev.etrn.suites.target.RemoteTarget;
import dev.etrn.suites.target.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdOptionsTest {

  @Test
  void takesTheCommandLinesWordOnAMetricAndTheConfigurationsOnOthers() throws Exception {
    List<Threshold> given = List.of(Threshold.parse("p99<5ms"));
    assertThat(ThresholdOptions.demanded(target("p99<1ms", "rate>10"), given))
        .extracting(Threshold::text)
        .containsExactly("p99<5ms", "rate>10");
  }

  @Test
  void saysWhereAThresholdStandsThatCannotBeRead() {
    assertThatThrownBy(() -> ThresholdOptions.demanded(target("p98<1ms"), List.of()))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageStartingWith("in load.thresholds of the configuration the threshold 'p98<1ms'");
  }

  private static Target target(String... thresholds) {
    return new RemoteTarget(
        "test",
        List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 25)),
        new EmbeddedTarget().profile(),
        Optional.empty(),
        List.of(thresholds));
  }
}
