package dev.etrn.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.injector.LoadInjector;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Scenario;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.ChannelKeyword;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.Password;
import dev.etrn.suites.targets.profile.TlsUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of load on a server that requires TLS before any other command. */
class SecureLoadIT {

  private static final Target DEMANDING =
      new EmbeddedTarget(ChannelKeyword.ALLOWETRN, TlsUse.REQUIRED);

  @TempDir private Path out = Path.of("");

  @Test
  @Timeout(120)
  void handsMailInAndAsksForItInsideTlsAsTheUser() throws Exception {
    LoadResult result = new LoadRun(setup(DEMANDING), new SilentProgress()).run();
    assertThat(result.invalid()).isEmpty();
    assertThat(result.meetsAll()).as("%s", result.checked()).isTrue();
    assertThat(result.accounts().came()).isEqualTo(12);
    assertThat(count(result, "partners.TLS.OK")).isEqualTo(3);
    assertThat(count(result, "partners.AUTH.235")).isEqualTo(3);
    assertThat(result.conformance().evidence()).isEmpty();
    assertThat(result.conformance().count("TLS-007", Verdict.PASS)).isEqualTo(3);
    assertThat(written()).isNotEmpty().noneMatch(text -> text.contains("AGJyYW5jaA"));
  }

  @Test
  @Timeout(60)
  void saysWhoIsNotLetIn() throws Exception {
    var nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    try (RunningTarget server = DEMANDING.start(Optional.of(nobody))) {
      var stranger = new Login("stranger", Password.of("wrong"));
      Target target =
          new RemoteTarget(
              "server",
              server.address(),
              server.profile().secured(TlsUse.REQUIRED, Optional.of(stranger)),
              Optional.empty());
      assertThatThrownBy(() -> new LoadRun(setup(target), new SilentProgress()).run())
          .isInstanceOf(TargetUnavailableException.class)
          .hasMessageContaining("does not accept the user stranger ('535")
          .hasMessageEndingWith("correct auth in its etrn.yaml");
    }
  }

  private LoadSetup setup(Target target) {
    var options =
        new LoadOptions(
            OptionalDouble.empty(),
            OptionalInt.empty(),
            Duration.ofSeconds(2),
            OptionalInt.of(3),
            OptionalInt.of(4),
            "branch.example",
            OptionalInt.empty());
    return new LoadSetup(
        target,
        LoadDefinition.of(Scenario.TRIGGER, options),
        options,
        List.of(),
        100,
        new InjectorPlacement.LocalProcesses(LoadInjector.class, 1),
        out);
  }

  private static long count(LoadResult result, String tag) {
    return result.times().total(StepTag.parse(tag)).getTotalCount();
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(Files::isRegularFile).map(SecureLoadIT::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
