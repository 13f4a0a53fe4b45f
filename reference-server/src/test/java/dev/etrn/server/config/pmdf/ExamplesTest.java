package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.source.ConfigurationException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  @Test
  void firewall() throws Exception {
    assertThat(describe("firewall"))
        .isEqualTo(
            """
            host: firewall.example
            ETRN: dialect PMDF, replies tell counts, accepted ETRNs count
            sessions run as tcp_local: silentetrn, ETRNs per session 2, recipients per message 100, \
            waits 5 minutes for a command, banner with 'no unsolicited mail'
            limits: 20000 sessions, 50 from one address, messages of 10485760 octets, 200 refusals
            periodic job: every 4 hours
            channel l: host firewall.example, by MX records, port 25, delivered at once
            channel tcp_hub: host TCP-HUB, to [192.0.2.25], port 25, delivered at once, blocketrn
            channel tcp_local: host TCP-DAEMON, by MX records, port 25, delivered at once
            """);
  }

  @Test
  void provider() throws Exception {
    assertThat(describe("provider"))
        .isEqualTo(
            """
            host: provider.example
            ETRN: dialect PMDF, replies tell counts, accepted ETRNs count
            sessions run as tcp_local: silentetrn, ETRNs per session 4
            limits: 20000 sessions, 10000 from one address, messages of 10485760 octets, 200 refusals
            periodic job: every 4 hours
            channel l: host provider.example, by MX records, port 25, delivered at once
            channel tcp_branch: host TCP-BRANCH, to [192.0.2.1], port 25, held until asked for
            channel tcp_local: host TCP-DAEMON, by MX records, port 25, delivered at once
            channel tcp_sibling: host TCP-SIBLING, to [192.0.2.2], port 25, held until asked for
            """);
  }

  @Test
  void branch() throws Exception {
    assertThat(describe("branch"))
        .isEqualTo(
            """
            host: branch.example
            ETRN: dialect PMDF, replies tell counts, accepted ETRNs count
            sessions run as tcp_local: disableetrn, ETRNs per session 1
            limits: 20000 sessions, 10000 from one address, messages of 10485760 octets, 200 refusals
            periodic job: every 4 hours
            channel l: host branch.example, by MX records, port 25, delivered at once
            channel tcp_inside: host TCP-INSIDE, to [192.0.2.26], port 25, delivered at once
            channel tcp_local: host TCP-DAEMON, by MX records, port 25, delivered at once
            channel tcp_provider: host TCP-PROVIDER, to [192.0.2.10], port 25, delivered at once, sendetrn \
            branch.example
            """);
  }

  private static String describe(String example) throws ConfigurationException {
    var understood = ConfigDirectory.read(Path.of("examples", example), new InetSocketAddress(0));
    assertThat(understood.warnings()).isEmpty();
    return Description.of(understood.config());
  }
}
