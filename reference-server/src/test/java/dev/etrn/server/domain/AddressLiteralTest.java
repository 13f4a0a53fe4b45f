package dev.etrn.server.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLiteralTest {

  @ParameterizedTest
  @CsvSource({
    "[192.0.2.1], 192.0.2.1",
    "[010.1.1.1], 10.1.1.1",
    "[IPv6:2001:DB8::1], 2001:db8::1",
    "[ipv6:::], ::",
    "[IPv6:::ffff:192.0.2.1], 192.0.2.1",
    "[IPv6:1:2:3:4:5:6:7:8], 1:2:3:4:5:6:7:8",
  })
  void readsBothKinds(String literal, String address) throws UnknownHostException {
    String folded = AddressLiteral.parse(literal).orElseThrow();
    assertThat(AddressLiteral.address(folded)).contains(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "[300.1.1.1]",
        "[1.2.3]",
        "[1.2.3.4",
        "[]",
        "[hub.example]",
        "[IPv6:]",
        "[IPv6:::::]",
        "[IPv6:abcd]",
        "[IPv6:1.2.3.4]",
        "[IPv6:.::1]",
        "[IPv6:fe80::1%lo]",
        "[2001:db8::1]",
        "[X400:a]",
      })
  void refusesTheRest(String text) {
    assertThat(AddressLiteral.parse(text)).isEmpty();
  }

  @Property
  void neverThrows(@ForAll String text) {
    assertThat(AddressLiteral.parse("[IPv6:" + text + "]")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, [192.0.2.1]",
    "2001:db8::1, [IPv6:2001:db8:0:0:0:0:0:1]",
    "::ffff:192.0.2.1, [192.0.2.1]",
  })
  void writesAnAddress(String address, String literal) throws UnknownHostException {
    assertThat(AddressLiteral.of(InetAddress.getByName(address))).isEqualTo(literal);
  }
}
