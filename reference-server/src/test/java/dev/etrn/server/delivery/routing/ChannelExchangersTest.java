package dev.etrn.server.delivery.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.Routing;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.delivery.routing.NameService.Found;
import dev.etrn.server.delivery.routing.NameService.Mx;
import dev.etrn.server.delivery.routing.NameService.NoName;
import dev.etrn.server.delivery.routing.NameService.NoRecord;
import dev.etrn.server.delivery.routing.NameService.NotKnownNow;
import dev.etrn.server.delivery.routing.NameService.Records;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelExchangersTest {

  private static final String NODE = "branch.test";
  private final Map<String, Records<Mx>> mx = new HashMap<>();
  private final Map<String, Records<InetAddress>> addresses = new HashMap<>();

  @Test
  void goesToTheExchangersInTheirOrder() {
    mx.put(NODE, new Found<>(List.of(new Mx(20, "b.test"), new Mx(10, "a.test"))));
    address("a.test", "192.0.2.1");
    address("b.test", "192.0.2.2");
    assertThat(hosts()).containsExactly("192.0.2.1", "192.0.2.2");
  }

  @Test
  void triesExchangersOfOnePreferenceInAnyOrder() {
    mx.put(NODE, new Found<>(List.of(new Mx(10, "a.test"), new Mx(10, "b.test"))));
    address("a.test", "192.0.2.1");
    address("b.test", "192.0.2.2");
    Set<List<String>> orders = new HashSet<>();
    // The chance of 200 equal orders is 2 in 2^200.
    for (int i = 0; i < 200; i++) {
      orders.add(hosts());
    }
    assertThat(orders).hasSize(2);
  }

  @Test
  void goesToTheAddressOfTheNodeOnlyWhenItHasNoMx() {
    mx.put(NODE, new NoRecord<>());
    address(NODE, "192.0.2.3");
    assertThat(hosts()).containsExactly("192.0.2.3");
    mx.put(NODE, new Found<>(List.of(new Mx(10, "gone.test"))));
    assertThat(destination()).isInstanceOf(RoutingResult.NotKnownNow.class);
  }

  @Test
  void waitsWhenTheNameServersAreSilent() {
    mx.put(NODE, new NotKnownNow<>());
    address(NODE, "192.0.2.3");
    assertThat(destination()).isInstanceOf(RoutingResult.NotKnownNow.class);
  }

  @Test
  void givesUpWhatHasNoDomainUnlessTheSystemKnowsIt() {
    mx.put(NODE, new NoName<>());
    assertThat(destination())
        .isEqualTo(new RoutingResult.Nowhere("5.1.2 there is no domain branch.test"));
    address(NODE, "192.0.2.3");
    assertThat(hosts()).containsExactly("192.0.2.3");
  }

  @Test
  void givesUpWhatANullMxRefuses() {
    address(NODE, "192.0.2.3");
    mx.put(NODE, new Found<>(List.of(new Mx(0, ""))));
    assertThat(destination())
        .isEqualTo(new RoutingResult.Nowhere("5.1.10 branch.test accepts no mail"));
    address("a.test", "192.0.2.1");
    mx.put(NODE, new Found<>(List.of(new Mx(0, ""), new Mx(10, "a.test"))));
    assertThat(hosts()).containsExactly("192.0.2.1");
  }

  @Test
  void leavesOutItselfAndAllAfterIt() {
    mx.put(
        NODE,
        new Found<>(List.of(new Mx(5, "a.test"), new Mx(10, "hub.example"), new Mx(20, "b.test"))));
    address("a.test", "192.0.2.1");
    address("b.test", "192.0.2.2");
    address("hub.example", "192.0.2.9");
    assertThat(hosts()).containsExactly("192.0.2.1");
    mx.put(NODE, new Found<>(List.of(new Mx(10, "hub.example"), new Mx(20, "b.test"))));
    assertThat(destination()).isInstanceOf(RoutingResult.NotKnownNow.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::1", "169.254.1.1", "fe80::1", "224.0.0.1"})
  void connectsToNothingThatOnlyItselfCanReach(String address) {
    mx.put(NODE, new Found<>(List.of(new Mx(10, "a.test"))));
    address("a.test", address);
    assertThat(destination()).isInstanceOf(RoutingResult.NotKnownNow.class);
  }

  @Test
  void goesToTheAddressOfALiteralWithoutALookUp() {
    assertThat(exchangers("[192.0.2.7]")).isEqualTo(exchangers("[ipv6:::ffff:192.0.2.7]"));
    assertThat(exchangers("[192.0.2.7]")).isInstanceOf(RoutingResult.Exchangers.class);
    assertThat(exchangers("[127.0.0.1]")).isInstanceOf(RoutingResult.NotKnownNow.class);
  }

  private List<String> hosts() {
    assertThat(destination()).isInstanceOf(RoutingResult.Exchangers.class);
    return ((RoutingResult.Exchangers) destination())
        .addresses().stream().map(address -> address.getAddress().getHostAddress()).toList();
  }

  private RoutingResult destination() {
    return exchangers(NODE);
  }

  private RoutingResult exchangers(String node) {
    var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Channel channel = Channel.of("tcp_branch").delivering(OutgoingSettings.STANDARD);
    ServerConfig config =
        BuiltInConfig.config(nowhere, nowhere)
            .withRouting(
                Routing.builder().subtree(node, channel).build(), ServerConfig.byName(channel));
    return new ChannelExchangers(() -> config, new Names()).of(node);
  }

  private void address(String host, String literal) {
    try {
      addresses.put(host, new Found<>(List.of(InetAddress.getByName(literal))));
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private final class Names implements NameService {
    @Override
    public Records<Mx> mx(String name) {
      return mx.getOrDefault(name, new NotKnownNow<>());
    }

    @Override
    public Records<InetAddress> addresses(String host) {
      return addresses.getOrDefault(host, new NotKnownNow<>());
    }
  }
}
