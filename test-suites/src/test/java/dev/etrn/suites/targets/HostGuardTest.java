package dev.etrn.suites.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {

  private static final HostPort NAME = new HostPort("mail.rebound.example", 25);

  private final HostGuard guard = new HostGuard(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "8.8.8.8",
        "172.32.0.1",
        "100.64.0.1",
        "169.253.1.1",
        "2001:db8::1",
        "fb00::1",
        "::ffff:8.8.8.8",
        "::8.8.8.8",
        "64:ff9b::a00:1"
      })
  void refusesANameThatLeadsToAPublicAddress(String literal) throws Exception {
    InetSocketAddress address = resolved(literal);
    assertThatThrownBy(() -> guard.check(NAME, address))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageContaining("add --i-am-allowed mail.rebound.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.255.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.1",
        "192.168.0.1",
        "169.254.1.1",
        "::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "::ffff:10.0.0.1"
      })
  void connectsToTheVeryAddressThatItChecked(String literal) throws Exception {
    InetSocketAddress address = resolved(literal);
    assertThat(guard.check(NAME, address)).isSameAs(address);
  }

  @Test
  void takesTheUsersWordForTheNameAlone() throws Exception {
    var vouching = new HostGuard(Set.of("MAIL.rebound.example"));
    InetSocketAddress address = resolved("8.8.8.8");
    assertThat(vouching.check(NAME, address)).isSameAs(address);
    assertThatThrownBy(() -> vouching.check(new HostPort("other.example", 25), address))
        .isInstanceOf(HarnessConfigurationException.class);
  }

  private static InetSocketAddress resolved(String literal) throws Exception {
    byte[] address = InetAddress.getByName(literal).getAddress();
    return new InetSocketAddress(InetAddress.getByAddress(NAME.host(), address), NAME.port());
  }
}
