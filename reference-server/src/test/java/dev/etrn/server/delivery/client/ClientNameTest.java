package dev.etrn.server.delivery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
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

  @Test
  void isTheConfiguredNameOnlyIfThatIsQualified() {
    InetAddress local = InetAddress.getLoopbackAddress();
    assertThat(ClientName.configured(() -> "hub.example").at(local)).isEqualTo("hub.example");
    assertThat(ClientName.configured(() -> "localhost").at(local))
        .isEqualTo(ClientName.ofThisHost().at(local));
  }

  @Test
  void isNeverLocalhost() {
    assertThat(ClientName.ofThisHost().at(InetAddress.getLoopbackAddress()))
        .isNotEqualTo("localhost")
        .matches("\\[.*]|[^.]+\\..*");
  }
}
