package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.access.EtrnRights;
import dev.etrn.server.config.source.ConfigurationProblem;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class EtrnAccessFileTest extends WrittenConfiguration {

  @Test
  void saysWhoMayReleaseAndRunWhat() throws Exception {
    writePlain("");
    write("etrn_access", "192.0.2.0/24 branch.test #tcp_branch\n");
    EtrnRights rights = read().config().rights();
    ConnectedClient near = ConnectedClient.at(InetAddress.getByName("192.0.2.9"));
    ConnectedClient far = ConnectedClient.at(InetAddress.getByName("192.0.3.9"));
    assertThat(rights.mayRelease(near, "x.branch.test")).isTrue();
    assertThat(rights.mayRelease(near, "xbranch.test")).isFalse();
    assertThat(rights.mayRun(near, "tcp_branch")).isTrue();
    assertThat(rights.mayRun(far, "tcp_branch")).isFalse();
  }

  @Test
  void letsEverybodyReleaseEverythingWhereItIsMissing() throws Exception {
    writePlain("");
    EtrnRights rights = read().config().rights();
    assertThat(rights.mayRelease(ConnectedClient.at(InetAddress.getLoopbackAddress()), "any.test"))
        .isTrue();
    assertThat(read().warnings())
        .extracting(ConfigurationProblem::toString)
        .containsExactly(
            "etrn_access line 1: warning: there is no such file: every client may release every"
                + " node");
  }
}
