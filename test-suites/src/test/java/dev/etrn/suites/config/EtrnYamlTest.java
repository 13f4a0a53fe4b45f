package dev.etrn.suites.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.targets.profile.ChannelKeyword;
import dev.etrn.suites.targets.profile.EtrnForm;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.Password;
import dev.etrn.suites.targets.profile.TlsUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtrnYamlTest {

  @Test
  void readsEveryKey() throws Exception {
    EtrnYaml yaml =
        EtrnYaml.parse(
            "etrn.yaml",
            """
            target:
              address: 127.0.0.1:2525
              tls: required
              minimal: true
              keyword: domainetrn
            auth:
              user: branch
              password: secret
            nodes:
              permitted: branch.example
              sibling: sibling.example
              empty: idle.example
              denied: denied.example
              unknown: unknown.example
              queue: tcp_branch
            connectBack:
              listen: 127.0.0.1:2526
              within: 500ms
              quiet: 150ms
            limits:
              etrnsPerSession: 10
            load:
              thresholds:
                - p99<5ms
                - errors<0.1%
            """);
    assertThat(yaml.load().thresholds()).containsExactly("p99<5ms", "errors<0.1%");
    assertThat(yaml.address()).contains(new HostPort("127.0.0.1", 2525));
    assertThat(yaml.listen().orElseThrow().getPort()).isEqualTo(2526);
    assertThat(yaml.profile().within()).isEqualTo(Duration.ofMillis(500));
    assertThat(yaml.profile().quiet()).isEqualTo(Duration.ofMillis(150));
    assertThat(yaml.profile().etrnsPerSession()).hasValue(10);
    assertThat(yaml.profile().minimal()).isTrue();
    assertThat(yaml.profile().tls()).isEqualTo(TlsUse.REQUIRED);
    assertThat(yaml.profile().keyword()).contains(ChannelKeyword.DOMAINETRN);
    assertThat(yaml.profile().login())
        .contains(new Login("branch", Password.of("secret")).inEverySession());
    assertThat(yaml.toString()).doesNotContain("secret");
    assertThat(yaml.profile().connectsBack()).isTrue();
    assertThat(yaml.profile().nodes())
        .isEqualTo(
            new Nodes(
                Optional.of("branch.example"),
                Optional.of("sibling.example"),
                Optional.of("idle.example"),
                Optional.of("denied.example"),
                Optional.of("unknown.example"),
                Optional.of("tcp_branch")));
  }

  @Test
  void takesAFileThatSaysLittle() throws Exception {
    EtrnYaml yaml = EtrnYaml.parse("etrn.yaml", "target:\n  address: '[::1]:25'\nnodes:\n");
    assertThat(yaml.profile().nodes()).isEqualTo(Nodes.NONE);
    assertThat(yaml.profile().connectsBack()).isFalse();
    assertThat(yaml.address()).contains(new HostPort("::1", 25));
  }

  @ParameterizedTest
  @CsvSource({
    "subtree, SUBTREE",
    "node queue, NODE QUEUE",
    "'queue  subtree node', NODE SUBTREE QUEUE",
  })
  void readsTheFormsThatTheTargetHonours(String words, String forms) throws Exception {
    EtrnYaml yaml = EtrnYaml.parse("etrn.yaml", "target:\n  forms: " + words + "\n");
    assertThat(yaml.profile().forms())
        .extracting(EtrnForm::name)
        .containsExactlyInAnyOrder(forms.split(" "));
  }

  @Test
  void takesATargetToHonourEveryForm() throws Exception {
    assertThat(EtrnYaml.parse("etrn.yaml", "nodes:\n").profile().forms())
        .containsExactlyInAnyOrder(EtrnForm.values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nodes:_  permited: a.b|line 2: unknown key 'nodes.permited'; expected one of: denied,"
            + " empty, permitted, queue, sibling, similar, unknown",
        "node:|line 1: unknown key 'node'; expected one of: auth, client, connectBack, hold, lanes,"
            + " limits, load, nodes, target",
        "nodes: branch|line 1: 'nodes' is 'branch'; expected keys below it",
        "nodes:_  permitted: branch|line 2: 'nodes.permitted' is 'branch'; expected a domain name"
            + " such as branch.example",
        "nodes:_  permitted: [a]|line 2: 'nodes.permitted' is wrong; expected one word",
        "target:_  address: 25|line 2: 'target.address' is '25'; expected host and port, such as"
            + " 127.0.0.1:2525",
        "target:_  address: a:99999|line 2: 'target.address' is 'a:99999'; expected host and port",
        "target:_  tls: perhaps|line 2: 'target.tls' is 'perhaps'; expected none, starttls,"
            + " required or implicit",
        "target:_  keyword: etrn|line 2: 'target.keyword' is 'etrn'; expected allowetrn,"
            + " silentetrn, domainetrn or disableetrn",
        "auth:_  user: me|line 2: 'auth.password' is missing; expected both user and password",
        "target:_  minimal: perhaps|line 2: 'target.minimal' is 'perhaps'; expected true or false",
        "target:_  forms: domain|line 2: 'target.forms' is 'domain'; expected node or subtree or"
            + " both, with queue or without",
        "target:_  forms: queue|line 2: 'target.forms' is 'queue'; expected node or subtree or"
            + " both",
        "connectBack:_  quiet: 99ms|line 2: 'connectBack.quiet' is '99ms'; expected 100ms or more",
        "connectBack:_  within: 10|line 2: 'connectBack.within' is '10'; expected a time such as"
            + " 500ms, 10s or 2m",
        "connectBack:_  within: 1441m|line 2: 'connectBack.within' is '1441m'; expected a time such"
            + " as 500ms, 10s or 2m, up to 24 hours",
        "limits:_  etrnsPerSession: ten|line 2: 'limits.etrnsPerSession' is 'ten'; expected a"
            + " number",
        "load:_  thresholds: p99<5ms|line 2: 'load.thresholds' is 'p99<5ms'; expected a list, each"
            + " entry",
        "load:_  thresholds: [a: b]|line 2: an entry of 'load.thresholds' must be one word",
        "load:_  threshold: []|line 2: unknown key 'load.threshold'; expected one of: thresholds",
        "nodes: {|line 1: this is not YAML",
        "a: b: c|line 1: this is not YAML",
        "just words|line 1: expected keys such as 'target:' here",
      })
  void namesFileLineAndWhatWasExpected(String text, String message) {
    assertThatThrownBy(() -> EtrnYaml.parse("my.yaml", text.replace('_', '\n')))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageStartingWith("my.yaml " + message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void saysWhichFileCannotBeRead(@TempDir Path directory) throws Exception {
    Path none = directory.resolve("none.yaml");
    assertThatThrownBy(() -> EtrnYaml.read(none)).hasMessageContaining("there is no file " + none);
    assertThatThrownBy(() -> EtrnYaml.read(directory)).hasMessageContaining("cannot read");
    Path binary = Files.write(directory.resolve("b.yaml"), new byte[] {(byte) 0xFF, 1});
    assertThatThrownBy(() -> EtrnYaml.read(binary)).hasMessageContaining("not UTF-8 text");
  }
}
