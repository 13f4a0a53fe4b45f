package dev.etrn.suites.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1:25",
    "0:0:0:0:0:0:0:1, [::1]:25",
    "2001:DB8:0:0:1:0:0:1, [2001:db8::1:0:0:1]:25",
    "2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]:25",
  })
  void areWrittenInTheShortestForm(String address, String expected) throws UnknownHostException {
    assertThat(Addresses.text(new InetSocketAddress(InetAddress.getByName(address), 25)))
        .isEqualTo(expected);
  }

  @Test
  void keepTheZoneWithoutWhichTheyMeanNothing() throws UnknownHostException {
    byte[] local = InetAddress.getByName("fe80::1").getAddress();
    InetAddress zoned = Inet6Address.getByAddress("", local, 1);
    assertThat(Addresses.text(new InetSocketAddress(zoned, 25)))
        .matches("\\[fe80:[0:]*:1%\\w+]:25");
  }

  @Test
  void keepANameThatIsNotResolved() {
    assertThat(Addresses.text(InetSocketAddress.createUnresolved("mail.example", 25)))
        .isEqualTo("mail.example:25");
  }
}
