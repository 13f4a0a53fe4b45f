package dev.etrn.suites.run.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.cases.client.ClientCase;
import dev.etrn.suites.cases.client.ClientCases;
import dev.etrn.suites.clients.ClientProfile;
import dev.etrn.suites.clients.ClientTarget;
import dev.etrn.suites.clients.CommandClient;
import dev.etrn.suites.clients.PromptedClient;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.reference.SendEtrnClient;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ClientRunnerTest {

  private static final ClientProfile BRIEF =
      new ClientProfile(
          Set.of(),
          Duration.ofSeconds(2),
          Duration.ofMillis(50),
          Optional.empty(),
          Optional.empty(),
          false);

  @Test
  void findsNoFaultInTheSendetrnChannel() throws Exception {
    RunResult result = run(new SendEtrnClient(), ClientCases.all());
    assertThat(result.complete()).isTrue();
    assertThat(result.cases()).hasSameSizeAs(ClientCases.all());
    assertThat(result.cases())
        .allSatisfy(
            caseResult ->
                assertThat(caseResult.verdict())
                    .as(caseResult.info().id() + ": " + caseResult.observed())
                    .isIn(Verdict.PASS, Verdict.NOTE, Verdict.NOT_APPLICABLE));
    assertThat(verdict(result, "etrn.client.before-mail")).isEqualTo(Verdict.PASS);
    assertThat(verdict(result, "etrn.client.mail-goes-on")).isEqualTo(Verdict.PASS);
    assertThat(result.target().banner()).isEqualTo("EHLO branch.example");
  }

  @Test
  void saysThatNobodyCame() {
    var lines = new ArrayList<String>();
    var nobody = new PromptedClient(loopback(), BRIEF, lines::add);
    assertThatThrownBy(() -> run(nobody, ClientCases.all()))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageStartingWith("no client connected to 127.0.0.1:");
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches("connect now to 127\\.0\\.0\\.1:\\d+ and ask for branch\\.example.*"));
  }

  @Test
  void showsWhatACommandThatCannotAskSaid() throws HarnessConfigurationException {
    var echo = new CommandClient("echo {host} {port} {node} {nodes}", loopback(), BRIEF);
    assertThatThrownBy(() -> run(echo, ClientCases.all()))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageContaining(
            "branch.example branch.example sibling.example idle.example, exit code 0");
  }

  @Test
  void wantsAProgramThatExists() {
    assertThatThrownBy(() -> new CommandClient("no-such-command {port}", loopback(), BRIEF))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageContaining("there is no program 'no-such-command'");
  }

  @Test
  void saysThatACommandCannotBeRun(@TempDir Path directory) throws Exception {
    var script = Files.writeString(directory.resolve("ask"), "#!/no/such/interpreter\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    var broken = new CommandClient(script + " {port}", loopback(), BRIEF);
    assertThatThrownBy(() -> run(broken, ClientCases.all()))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageContaining("cannot run: ");
  }

  @Test
  void endsACommandThatDoesNotEnd() throws HarnessConfigurationException {
    var endless = new CommandClient("sleep 600 {port}s", loopback(), BRIEF);
    assertThatThrownBy(() -> run(endless, ClientCases.all()))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageContaining("did not end by itself");
  }

  @Test
  void wantsACommandThatCanFindTheHarness() {
    assertThatThrownBy(() -> new CommandClient("ask {nodes}", loopback(), BRIEF))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageContaining("{port}");
  }

  private static RunResult run(ClientTarget target, List<ClientCase> cases) throws Exception {
    var plan = new ClientPlan(target, cases, Profile.DEFAULT);
    return new ClientRunner(plan, new RunListener() {}).run();
  }

  private static Verdict verdict(RunResult result, String id) {
    return result.cases().stream()
        .filter(caseResult -> caseResult.info().id().equals(id))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
