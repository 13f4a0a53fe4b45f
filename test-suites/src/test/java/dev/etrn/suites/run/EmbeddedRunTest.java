package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.profile.ChannelKeyword;
import dev.etrn.suites.targets.profile.TlsUse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class EmbeddedRunTest {

  private static final Set<Verdict> AS_EXPECTED =
      Set.of(Verdict.PASS, Verdict.NOTE, Verdict.NOT_APPLICABLE);

  @Test
  void referenceServerPassesEveryCaseInTheStrictProfile() throws Exception {
    assertThat(unexpected(new EmbeddedTarget(), CaseSelection.everything())).isEmpty();
  }

  @Test
  void passesThemOverTlsWhereThatIsDemanded() throws Exception {
    var target = new EmbeddedTarget(ChannelKeyword.ALLOWETRN, TlsUse.REQUIRED);
    var selection =
        new CaseSelection(
            List.of("etrn.tls.*", "etrn.auth.*", "etrn.state.*", "etrn.effect.one-message"),
            List.of());
    assertThat(unexpected(target, selection)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ChannelKeyword.class)
  void followsEachChannelKeyword(ChannelKeyword keyword) throws Exception {
    var target = new EmbeddedTarget(keyword, TlsUse.NONE);
    var selection = new CaseSelection(List.of("etrn.keywords." + keyword.text()), List.of());
    assertThat(played(target, selection))
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.PASS);
  }

  private static String unexpected(EmbeddedTarget target, CaseSelection selection)
      throws Exception {
    return played(target, selection).stream()
        .filter(c -> !AS_EXPECTED.contains(c.verdict()))
        .map(c -> c.verdict() + " " + c.info().id() + ": " + c.observed())
        .collect(Collectors.joining("\n"));
  }

  private static List<CaseResult> played(EmbeddedTarget target, CaseSelection selection)
      throws Exception {
    List<Case> cases = selection.of(Cases.all());
    var plan = new RunPlan(target, cases, Profile.STRICT, 1);
    RunResult result = new Runner(plan, new RunListener() {}).run();
    assertThat(result.cases()).hasSameSizeAs(cases);
    return result.cases();
  }
}
