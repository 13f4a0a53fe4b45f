package dev.etrn.reports.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.load.verdict.Threshold;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.profile.LoadTerms;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdOptionsTest {

  @Test
  void takesTheCommandLinesWordOnAMetricAndTheConfigurationsOnOthers() throws Exception {
    List<Threshold> fromCommandLine = List.of(Threshold.parse("p99<5ms"));
    assertThat(ThresholdOptions.merged(target("p99<1ms", "rate>10"), fromCommandLine))
        .extracting(Threshold::text)
        .containsExactly("p99<5ms", "rate>10");
  }

  @Test
  void saysWhereAThresholdStandsThatCannotBeRead() {
    assertThatThrownBy(() -> ThresholdOptions.merged(target("p98<1ms"), List.of()))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageStartingWith("load.thresholds of the configuration: the threshold 'p98<1ms'");
  }

  private static Target target(String... thresholds) {
    return new RemoteTarget(
        "test",
        List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 25)),
        new EmbeddedTarget().profile(),
        Optional.empty(),
        new LoadTerms(List.of(thresholds)));
  }
}
