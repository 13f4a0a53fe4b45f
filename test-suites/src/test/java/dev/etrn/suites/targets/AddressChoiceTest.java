package dev.etrn.suites.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.config.EtrnYaml;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.targets.profile.LoadTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressChoiceTest {

  @Test
  void takesTheFirstAddressThatTakesAConnection() throws Exception {
    try (var first = listener();
        var second = listener()) {
      assertThat(AddressChoice.of(List.of(closed(), address(first), address(second))))
          .isEqualTo(address(first));
    }
  }

  @Test
  void namesTheFirstAddressWhenNoneTakesAConnection() throws Exception {
    InetSocketAddress first = closed();
    assertThat(AddressChoice.of(List.of(first, closed()))).isEqualTo(first);
  }

  @Test
  void connectsToTheAddressThatAnswersForTheWholeRun() throws Exception {
    try (var open = listener()) {
      var target =
          new RemoteTarget(
              "two.test:25",
              List.of(closed(), address(open)),
              EtrnYaml.none().profile(),
              Optional.empty(),
              LoadTerms.NONE);
      try (RunningTarget running = target.start(Optional.empty())) {
        assertThat(running.address()).isEqualTo(address(open));
      }
    }
  }

  @Test
  void checksEveryAddressOfAHost() throws Exception {
    var guard = new HostGuard(Set.of());
    assertThat(guard.checkAll(new HostPort("127.0.0.1", 25)))
        .containsExactly(new InetSocketAddress(InetAddress.getLoopbackAddress(), 25));
    assertThatThrownBy(() -> guard.checkAll(new HostPort("192.0.2.1", 25)))
        .isInstanceOf(HarnessConfigurationException.class);
    assertThatThrownBy(() -> guard.checkAll(new HostPort("no-such-host.invalid", 25)))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageContaining("no-such-host.invalid");
  }

  @Test
  void readsTheZoneOfALinkLocalAddress() {
    assertThat(HostPort.parse("[fe80::1%eth0]:25")).contains(new HostPort("fe80::1%eth0", 25));
    assertThat(HostPort.parse("[fe80::1%eth0.100]:25")).isPresent();
    assertThat(HostPort.parse("[fe80::1%]:25")).isEmpty();
    assertThat(HostPort.parse("[fe80::1%a b]:25")).isEmpty();
  }

  private static ServerSocket listener() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private static InetSocketAddress address(ServerSocket listener) {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private static InetSocketAddress closed() throws IOException {
    try (var listener = listener()) {
      return address(listener);
    }
  }
}
