package dev.etrn.server.delivery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name of a client in EHLO. */
class ClientNameTest {

  @ParameterizedTest
  @CsvSource({
    "dialup.branch.example, dialup.branch.example",
    "'dialup dialup.branch.example', dialup.branch.example",
    "'localhost dialup', ",
    "localhost.localdomain, ",
    "10.0.0.1, ",
    "my_host.branch.example, ",
  })
  void isTheFirstFullyQualifiedName(String systemNames, String expected) {
    Stream<Supplier<String>> names =
        Arrays.stream(systemNames.split(" ")).map(name -> () -> name + "\n");
    assertThat(ClientName.qualified(names).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, [192.0.2.1]",
    "2001:db8::1, [IPv6:2001:db8:0:0:0:0:0:1]",
    "::ffff:192.0.2.1, [192.0.2.1]",
  })
  void isElseTheLiteralOfItsAddress(String address, String literal) throws UnknownHostException {
    assertThat(ClientName.literal(InetAddress.getByName(address))).isEqualTo(literal);
  }

  @Test
  void isNeverLocalhost() {
    assertThat(ClientName.ofThisHost().at(InetAddress.getLoopbackAddress()))
        .isNotEqualTo("localhost")
        .matches("\\[.*]|[^.]+\\..*");
  }
}
