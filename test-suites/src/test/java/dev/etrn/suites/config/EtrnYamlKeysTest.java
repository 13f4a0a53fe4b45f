package dev.etrn.suites.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.targets.profile.HoldMethod;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.ReleaseTerms;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.wire.client.ClientIdentity;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtrnYamlKeysTest {

  private static TargetProfile profile(String text) throws HarnessConfigurationException {
    return EtrnYaml.parse("my.yaml", text).profile();
  }

  @Test
  void namesTheHarnessAsItIsTold() throws Exception {
    assertThat(profile("client:\n  ehlo: me.test\n  sender: me@me.test\n").client())
        .isEqualTo(new ClientIdentity("me.test", "me@me.test"));
    assertThat(profile("client:\n  ehlo: '[192.0.2.1]'\n").client())
        .isEqualTo(new ClientIdentity("[192.0.2.1]", "sender@client.example"));
    assertThat(profile("nodes:\n").client()).isEqualTo(ClientIdentity.STANDARD);
  }

  @Test
  void waitsFiveMinutesForTheGreetingWhateverAReplyMayTake() throws Exception {
    assertThat(profile("nodes:\n").timeouts())
        .isEqualTo(new ConnectionTimeouts(Duration.ofMinutes(5), Duration.ofSeconds(30)));
    assertThat(profile("target:\n  timeout: 2s\n").timeouts())
        .isEqualTo(new ConnectionTimeouts(Duration.ofMinutes(5), Duration.ofSeconds(2)));
    assertThat(profile("target:\n  timeout: 6m\n").timeouts())
        .isEqualTo(ConnectionTimeouts.of(Duration.ofMinutes(6)));
  }

  @Test
  void readsWhatKeepsMailAndWhenItIsReleased() throws Exception {
    ReleaseTerms terms =
        profile("hold: refused\nconnectBack:\n  listen: 127.0.0.1:25\n  scheduled: true\n")
            .release();
    assertThat(terms.holding()).isEqualTo(HoldMethod.REFUSED);
    assertThat(terms.scheduled()).isTrue();
    assertThat(profile("nodes:\n").release())
        .isEqualTo(ReleaseTerms.of(false, Duration.ofSeconds(10), Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @CsvSource({"none, NONE", "starttls, STARTTLS", "required, REQUIRED", "implicit, IMPLICIT"})
  void readsTheUseOfTls(String word, TlsUse use) throws Exception {
    assertThat(profile("target:\n  tls: " + word + "\n").tls()).isEqualTo(use);
  }

  @Test
  void asksTheTargetForStartTlsWhenNothingIsSaid() throws Exception {
    assertThat(profile("target:\n  address: a.test:25\n").tls()).isEqualTo(TlsUse.AUTO);
  }

  @Test
  void readsLanesWithTheKeysOfNodes() throws Exception {
    String text =
        """
        nodes:
          permitted: a.example
          unknown: unknown.example
        lanes:
          - permitted: b.example
            sibling: c.example
            similar: xb.example
            unknown: unknown.example
          - permitted: d.example
            queue: tcp_d
        """;
    assertThat(profile(text).lanes())
        .containsExactly(
            Nodes.NONE
                .withPermitted("b.example")
                .withSibling("c.example")
                .withSimilar("xb.example")
                .withUnknown("unknown.example"),
            Nodes.NONE.withPermitted("d.example").withQueue("tcp_d"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nodes:_  permitted: a.test_  sibling: A.test|line 3: 'nodes.sibling' is 'A.test'; expected"
            + " a name that is neither a.test, which is 'permitted' of nodes, nor below or above"
            + " it",
        "nodes:_  permitted: a.test_  denied: x.a.test|line 3: 'nodes.denied' is 'x.a.test';"
            + " expected a name that is neither a.test",
        "nodes:_  permitted: x.a.test_  empty: a.test|line 3: 'nodes.empty' is 'a.test'; expected a"
            + " name that is neither x.a.test",
        "nodes:_  permitted: a.test_lanes:_  - permitted: a.test|line 4: 'permitted' is 'a.test';"
            + " expected a name that is neither a.test, which is 'permitted' of nodes",
        "lanes:_  - permitted: a.test_  - empty: b.a.test|line 3: 'empty' is 'b.a.test'; expected a"
            + " name that is neither a.test, which is 'permitted' of lane 1",
        "nodes:_  unknown: a.test_lanes:_  - denied: a.test|line 4: 'denied' is 'a.test'",
        "nodes:_  permitted: branch.test_  similar: other.test|line 3: 'nodes.similar' is"
            + " 'other.test'; expected a name that ends in the letters of permitted without a dot"
            + " before them, such as xbranch.test",
        "nodes:_  permitted: a.test_  similar: x.a.test|line 3: 'nodes.similar' is 'x.a.test'",
        "client:_  ehlo: a b|line 2: 'client.ehlo' is 'a b'; expected a host name such as",
        "client:_  sender: nobody|line 2: 'client.sender' is 'nobody'; expected an address such as",
        "client:_  name: a|line 2: unknown key 'client.name'; expected one of: ehlo, sender",
        "target:_  tls: auto|line 2: 'target.tls' is 'auto'; expected none, starttls, required or",
        "target:_  timeout: 5|line 2: 'target.timeout' is '5'; expected a time such as",
        "target:_  timeout: 1ms|line 2: 'target.timeout' is '1ms'; expected 100ms or more",
        "hold: never|line 1: 'hold' is 'never'; expected configured or refused",
        "hold: refused|line 1: 'hold' is 'refused'; expected connectBack.listen beside it",
        "connectBack:_  scheduled: daily|line 2: 'connectBack.scheduled' is 'daily'; expected true",
        "lanes: b.test|line 1: 'lanes' is 'b.test'; expected a list, each entry beginning with '-"
            + " '",
        "lanes:_  - node: b.test|line 2: unknown key 'node'; expected one of: denied, empty",
      })
  void namesFileLineAndWhatWasExpected(String text, String message) {
    assertThatThrownBy(() -> profile(text.replace('_', '\n')))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageStartingWith("my.yaml " + message)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "denied", "unknown"})
  void letsLanesShareANameThatNoMailWaitsFor(String role) throws Exception {
    String text = "nodes:\n  %1$s: a.test\nlanes:\n  - %1$s: a.test\n".formatted(role);
    assertThat(profile(text).lanes()).containsExactly(profile(text).nodes());
  }
}
