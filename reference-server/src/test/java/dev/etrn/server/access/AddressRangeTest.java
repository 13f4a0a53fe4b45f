package dev.etrn.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
    "0.0.0.0/0, 203.0.113.1, true",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "0.0.0.0/0, 2001:db8::1, false",
  })
  void contains(String range, String address, boolean expected) throws Exception {
    assertThat(AddressRange.parse(range).orElseThrow().contains(InetAddress.getByName(address)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "host.example", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/x", "::/129"})
  void readsNoneFromOddText(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }
}
