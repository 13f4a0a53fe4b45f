package dev.etrn.suites.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.resolution.TargetResolver;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test of the worked example in docs/images.md: it is built and described as the guide says. */
@NeedsContainers
class ImagesGuideIT {

  private static final Pattern DOCKERFILE = Pattern.compile("(?s)```dockerfile\n(.*?)```");
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?s)printf '%s\\\\n' ((?:'[^']*'[\\s\\\\]*)+)>mta.yaml");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  @Test
  void canBeVerified(@TempDir Path directory) throws Exception {
    String guide = Files.readString(Path.of("docs/images.md"));
    byte[] dockerfile = first(DOCKERFILE, guide).getBytes(StandardCharsets.UTF_8);
    String image = new MtaImage("guide", Map.of("Dockerfile", dockerfile)).build();
    Path yaml = Files.writeString(directory.resolve("mta.yaml"), description(guide));
    Target target =
        TargetResolver.resolve(
            Optional.of("image:" + image), Optional.of(yaml), new HostGuard(Set.of()));

    RunResult result =
        new Runner(
                new RunPlan(
                    target,
                    new CaseSelection(
                            List.of("etrn.effect.five-messages", "etrn.keywords.*"), List.of())
                        .of(Cases.all()),
                    Profile.DEFAULT,
                    1),
                new RunListener() {})
            .run();

    assertThat(result.target().version()).startsWith("3.");
    assertThat(result.cases())
        .filteredOn(caseResult -> caseResult.info().id().equals("etrn.effect.five-messages"))
        .singleElement()
        .satisfies(
            caseResult ->
                assertThat(caseResult.verdict()).as(caseResult.observed()).isEqualTo(Verdict.PASS));
    assertThat(result.summary()).doesNotContainKeys(Verdict.FAIL, Verdict.ERROR);
  }

  private static String description(String guide) {
    return QUOTED
        .matcher(first(DESCRIPTION, guide))
        .results()
        .map(line -> line.group(1) + "\n")
        .collect(Collectors.joining());
  }

  private static String first(Pattern pattern, String guide) {
    Matcher matcher = pattern.matcher(guide);
    assertThat(matcher.find()).as("the guide has " + pattern).isTrue();
    return matcher.group(1);
  }
}
