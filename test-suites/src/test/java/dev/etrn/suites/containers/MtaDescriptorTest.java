package dev.etrn.suites.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.Cases;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.resolution.TargetResolver;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.profile.HoldMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MtaDescriptorTest {

  @ParameterizedTest
  @MethodSource("dev.etrn.suites.containers.MtaDescriptor#names")
  void describesEachKnownMta(String name) throws Exception {
    MtaDescriptor mta = MtaDescriptor.of(name);
    assertThat(mta.target()).isEqualTo("mta:" + name);
    assertThat(mta.profile().nodes().permitted()).contains("branch.example");
    assertThat(mta.container().version()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("dev.etrn.suites.containers.MtaDescriptor#names")
  void waivesOnlyCasesThatThereAre(String name) throws Exception {
    Set<String> cases =
        Cases.all().stream().map(one -> one.info().id()).collect(Collectors.toSet());
    assertThat(MtaDescriptor.of(name).waivers().all())
        .allSatisfy(waiver -> assertThat(cases).contains(waiver.caseId()));
  }

  @Test
  void sharesTheImageWithWhatItExtends() throws Exception {
    MtaDescriptor plain = MtaDescriptor.of("postfix");
    MtaDescriptor other = MtaDescriptor.of("postfix-backoff");
    assertThat(image(other).name()).isEqualTo(image(plain).name());
    assertThat(image(other).files()).containsOnlyKeys(image(plain).files().keySet());
    assertThat(other.profile().release().holding()).isEqualTo(HoldMethod.REFUSED);
    assertThat(other.profile())
        .isEqualTo(
            plain.profile().withRelease(plain.profile().release().withHolding(HoldMethod.REFUSED)));
    assertThat(other.container().environment()).containsEntry("HOLD", "backoff");
  }

  @Test
  void fillsInWhereMailComesBack(@TempDir Path directory) throws Exception {
    MtaDescriptor mta =
        ofImage(directory, "environment: {RELAY: '[{sink.host}]:{sink.port}', A: b}");
    assertThat(mta.container().environment("sink.example", 2526))
        .containsEntry("RELAY", "[sink.example]:2526")
        .containsEntry("A", "b")
        .containsEntry("SINK_HOST", "sink.example")
        .containsEntry("SINK_PORT", "2526");
  }

  @Test
  void takesTheDescriptionOfAnImage(@TempDir Path directory) throws Exception {
    MtaDescriptor mta =
        ofImage(directory, "{port: 2525, hold: refused, nodes: {permitted: a.example}}");
    assertThat(mta.target()).isEqualTo("image:my/mta:1");
    assertThat(mta.image()).isEqualTo(new ImageSource.Given("my/mta:1"));
    assertThat(mta.container().port()).isEqualTo(2525);
    assertThat(mta.profile().release().holding()).isEqualTo(HoldMethod.REFUSED);
    assertThat(mta.profile().connectsBack()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "files: Dockerfile, unknown key 'files'",
    "hold: perhaps, expected configured or refused",
    "port: smtp, 'port' is 'smtp'",
  })
  void saysWhatIsWrongInADescription(String yaml, String message, @TempDir Path directory) {
    assertThatThrownBy(() -> ofImage(directory, yaml))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageContaining("mta.yaml line 1")
        .hasMessageContaining(message);
  }

  @Test
  void saysThatAnImageNeedsADescription() {
    assertThatThrownBy(
            () ->
                TargetResolver.resolve(
                    Optional.of("image:my/mta:1"), Optional.empty(), new HostGuard(Set.of())))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageContaining("needs --config FILE");
  }

  private static MtaImage image(MtaDescriptor mta) {
    return ((ImageSource.Built) mta.image()).image();
  }

  private static MtaDescriptor ofImage(Path directory, String yaml) throws Exception {
    Path file = Files.writeString(directory.resolve("mta.yaml"), yaml);
    return MtaDescriptor.ofImage("my/mta:1", file);
  }
}
