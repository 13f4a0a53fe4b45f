package dev.etrn.suites.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetResolverTest {

  @ParameterizedTest
  @CsvSource({"embedded, embedded", "127.0.0.1:25, 127.0.0.1:25", "mta:postfix, mta:postfix"})
  void knowsItsKinds(String target, String name) throws Exception {
    assertThat(resolve(target).name()).isEqualTo(name);
  }

  @Test
  void isTheEmbeddedServerWhenNothingIsSaid() throws Exception {
    Target target =
        TargetResolver.resolve(Optional.empty(), Optional.empty(), new HostGuard(Set.of()));
    assertThat(target).isInstanceOf(EmbeddedTarget.class);
  }

  @Test
  void takesTheAddressFromTheFileAndLetsTheOptionOverrideIt(@TempDir Path directory)
      throws Exception {
    Path file = Files.writeString(directory.resolve("e.yaml"), "target: {address: '127.0.0.1:1'}");
    var guard = new HostGuard(Set.of());
    assertThat(TargetResolver.resolve(Optional.empty(), Optional.of(file), guard).name())
        .isEqualTo("127.0.0.1:1");
    assertThat(TargetResolver.resolve(Optional.of("127.0.0.1:2"), Optional.of(file), guard).name())
        .isEqualTo("127.0.0.1:2");
    assertThatThrownBy(
            () -> TargetResolver.resolve(Optional.of("embedded"), Optional.of(file), guard))
        .hasMessageContaining("leave it out");
  }

  @ParameterizedTest
  @CsvSource({
    "mta:nosuch, no MTA 'nosuch' is known",
    "somewhere, no target 'somewhere'",
    "192.0.2.1:25, --i-am-allowed 192.0.2.1",
    "8.8.8.8:25, --i-am-allowed 8.8.8.8",
    "'[2001:db8::1]:25', --i-am-allowed 2001:db8::1",
  })
  void refusesWhatItMustNotOrCannotTest(String target, String message) {
    assertThatThrownBy(() -> resolve(target))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.9:25", "10.1.2.3:25", "192.168.1.1:25", "[::1]:25", "[fd00::1]:25"})
  void letsNearHostsPass(String target) throws Exception {
    assertThat(resolve(target)).isInstanceOf(RemoteTarget.class);
  }

  @Test
  void letsAVouchedHostPass() throws Exception {
    var guard = new HostGuard(Set.of("192.0.2.1"));
    assertThat(TargetResolver.resolve(Optional.of("192.0.2.1:25"), Optional.empty(), guard))
        .isInstanceOf(RemoteTarget.class);
  }

  @Test
  void saysThatAHostIsUnknown() {
    assertThatThrownBy(() -> resolve("no-such-host.invalid:25"))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageContaining("no-such-host.invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a:", ":25", "a:b", "a:65536", "::1:25", "[::1]", "a b:25"})
  void readsNoAddressFromOddText(String text) {
    assertThat(HostPort.parse(text)).isEmpty();
  }

  private static Target resolve(String target) throws Exception {
    return TargetResolver.resolve(Optional.of(target), Optional.empty(), new HostGuard(Set.of()));
  }
}
