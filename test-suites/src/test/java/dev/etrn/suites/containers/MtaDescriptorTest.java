package dev.etrn.suites.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.Cases;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.resolution.TargetResolver;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.profile.HoldMethod;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Cases.all().stream().map(testCase -> testCase.info().id()).collect(Collectors.toSet());
    assertThat(MtaDescriptor.of(name).waivers().all())
        .allSatisfy(waiver -> assertThat(cases).contains(waiver.caseId()));
  }

  @ParameterizedTest
  @CsvSource({
    "postfix, 1",
    "postfix-backoff, 4",
    "exim, 1",
    "exim-command, 4",
    "sendmail, 1",
    "sendmail-checked, 4",
    "courier, 4",
    "opensmtpd, 4",
    "reference, 4",
  })
  void hasLanesWhereNoRequestReleasesTheMailOfAnother(String name, int lanes) throws Exception {
    assertThat(MtaDescriptor.of(name).profile().lanes()).hasSize(lanes - 1);
  }

  @ParameterizedTest
  @MethodSource("dev.etrn.suites.containers.MtaDescriptor#names")
  void configuresTheNamesOfEachLane(String name) throws Exception {
    MtaDescriptor mta = MtaDescriptor.of(name);
    String configuration =
        image(mta).files().values().stream()
            .map(file -> new String(file, StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    assertThat(mta.profile().lanes())
        .allSatisfy(
            lane ->
                assertThat(
                        Stream.of(lane.permitted(), lane.sibling(), lane.similar(), lane.queue())
                            .flatMap(Optional::stream))
                    .allSatisfy(
                        node -> assertThat(configuration).containsPattern(wholeName(node))));
  }

  @Test
  void sharesTheImageWithWhatItExtends() throws Exception {
    MtaDescriptor postfix = MtaDescriptor.of("postfix");
    MtaDescriptor backoff = MtaDescriptor.of("postfix-backoff");
    assertThat(image(backoff).name()).isEqualTo(image(postfix).name());
    assertThat(image(backoff).files()).containsOnlyKeys(image(postfix).files().keySet());
    assertThat(backoff.profile().release().holding()).isEqualTo(HoldMethod.REFUSED);
    assertThat(backoff.profile())
        .isEqualTo(
            postfix
                .profile()
                .withLanes(backoff.profile().lanes())
                .withRelease(postfix.profile().release().withHolding(HoldMethod.REFUSED)));
    assertThat(backoff.container().environment()).containsEntry("HOLD", "backoff");
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

  /** A name that is no part of another one. */
  private static Pattern wholeName(String name) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w.-])");
  }

  private static MtaImage image(MtaDescriptor mta) {
    return ((ImageSource.Built) mta.image()).image();
  }

  private static MtaDescriptor ofImage(Path directory, String yaml) throws Exception {
    Path file = Files.writeString(directory.resolve("mta.yaml"), yaml);
    return MtaDescriptor.ofImage("my/mta:1", file);
  }
}
