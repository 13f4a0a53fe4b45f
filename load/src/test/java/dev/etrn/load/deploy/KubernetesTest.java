package dev.etrn.load.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import dev.etrn.load.injector.LoadInjector;
import dev.etrn.suites.resolution.TargetResolver;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.RemoteTarget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the manifests against the API's schema and against each other. */
class KubernetesTest {

  private static final String POD = "spec.template.spec.";
  private static final String CONTAINER = POD + "containers.0.";

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"share.yaml", "run.yaml", "injectors.yaml"})
  void fitTheSchemaOfTheApi(String file) throws IOException {
    assertThat(Manifest.in(file))
        .isNotEmpty()
        .allSatisfy(manifest -> assertThatCode(manifest::check).doesNotThrowAnyException());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "completionMode: Indexed|completionModus: Indexed|The field `completionModus`",
        "restartPolicy: Never|restartPolicies: Never|The field `restartPolicies`",
        "- name: injector|- title: injector|The field `title`",
        "mountPath: /share|readOnly: true|The required field `mountPath` is not found",
        "args: [dev.etrn.load.injector.LoadInjector, /share]|args: /share|Expected the field `args`"
      })
  void areRefusedWhenAFieldIsWrong(String right, String wrong, String message) throws IOException {
    String yaml = Files.readString(Path.of("deploy", "kubernetes", "injectors.yaml"));
    assertThat(yaml).contains(right);
    Manifest job = Manifest.parse(yaml.replace(right, wrong)).get(0);
    assertThatThrownBy(job::check)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void runAsManyInjectorsAsTheRunWaitsFor() throws IOException {
    Manifest injectors = Manifest.in("injectors.yaml").get(0);
    assertThat(injectors.at("spec.completionMode").getAsString()).isEqualTo("Indexed");
    assertThat(injectors.at("spec.completions")).isEqualTo(injectors.at("spec.parallelism"));
    assertThat(arguments(Manifest.in("run.yaml").get(0)))
        .contains("--injectors=" + injectors.at("spec.completions").getAsInt());
  }

  @Test
  void startNoInjectorTwice() throws IOException {
    Manifest injectors = Manifest.in("injectors.yaml").get(0);
    assertThat(injectors.at("spec.backoffLimitPerIndex").getAsInt()).isZero();
    assertThat(injectors.at(POD + "restartPolicy").getAsString()).isEqualTo("Never");
    assertThat(arguments(injectors)).containsExactly(LoadInjector.class.getName(), "/share");
  }

  @Test
  void meetInOneVolume() throws IOException {
    Manifest run = Manifest.in("run.yaml").get(0);
    Manifest injectors = Manifest.in("injectors.yaml").get(0);
    JsonElement claim = Manifest.in("share.yaml").get(0).at("metadata.name");
    for (Manifest manifest : List.of(run, injectors)) {
      assertThat(manifest.at(POD + "volumes.0.persistentVolumeClaim.claimName")).isEqualTo(claim);
      assertThat(manifest.at(CONTAINER + "volumeMounts.0.mountPath").getAsString())
          .isEqualTo("/share");
      assertThat(manifest.at(CONTAINER + "image").getAsString()).isEqualTo("etrn-load");
    }
    assertThat(run.at(POD + "securityContext")).isEqualTo(injectors.at(POD + "securityContext"));
  }

  @Test
  void listenWhereTheServiceSendsMail() throws Exception {
    List<Manifest> share = Manifest.in("share.yaml");
    Path config = directory.resolve("etrn.yaml");
    String yaml = share.get(1).json().getAsJsonObject("data").get("etrn.yaml").getAsString();
    // The host name of the example does not resolve.
    Files.writeString(config, yaml.replaceAll("address: .*", "address: 127.0.0.1:25"));
    var target =
        (RemoteTarget)
            TargetResolver.resolve(Optional.empty(), Optional.of(config), new HostGuard(Set.of()));
    int port = share.get(2).at("spec.ports.0.targetPort").getAsInt();
    assertThat(target.sinkListensAt()).map(InetSocketAddress::getPort).contains(port);
    assertThat(target.profile().nodes().permitted()).contains("branch.example");
    Manifest run = Manifest.in("run.yaml").get(0);
    assertThat(run.at(CONTAINER + "ports.0.containerPort").getAsInt()).isEqualTo(port);
    assertThat(share.get(2).at("spec.selector")).isEqualTo(run.at("spec.template.metadata.labels"));
  }

  private static List<String> arguments(Manifest job) {
    return job.at(CONTAINER + "args").getAsJsonArray().asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }
}
