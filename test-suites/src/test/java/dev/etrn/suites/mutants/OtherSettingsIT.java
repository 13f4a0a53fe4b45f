package dev.etrn.suites.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.fault.mutant.Mutant;
import dev.etrn.server.fault.mutant.ServerFaults;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.targets.profile.ChannelKeyword;
import dev.etrn.suites.targets.profile.TlsUse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of mutants that the matrix cannot show: they differ from the correct server only under
 * other settings, or in the result of a slow case.
 */
class OtherSettingsIT {

  @ParameterizedTest
  @CsvSource({
    "ALLOWS_WHATEVER_THE_KEYWORD, SILENTETRN, STARTTLS, etrn.keywords.silentetrn",
    "ALLOWS_WHATEVER_THE_KEYWORD, DOMAINETRN, STARTTLS, etrn.keywords.domainetrn",
    "ALLOWS_WHATEVER_THE_KEYWORD, DOMAINETRN, STARTTLS, etrn.syntax.forms",
    "ALLOWS_WHATEVER_THE_KEYWORD, DISABLEETRN, STARTTLS, etrn.keywords.disableetrn",
    "REFUSES_WITH_550_WHEN_SWITCHED_OFF, DISABLEETRN, STARTTLS, etrn.keywords.announced",
    "REFUSES_WITH_550_WHEN_SWITCHED_OFF, DISABLEETRN, STARTTLS, etrn.keywords.disableetrn",
    "DEMANDS_NO_TLS, ALLOWETRN, REQUIRED, etrn.tls.demanded",
    "HAS_ANOTHER_CODE_FOR_530, ALLOWETRN, REQUIRED, etrn.tls.demanded",
    "TRIES_DEAD_HOSTS_AT_ONCE, ALLOWETRN, STARTTLS, etrn.abuse.dead-host",
    "HAS_LITTLE_PATIENCE, ALLOWETRN, STARTTLS, etrn.state.idle",
  })
  void showTheMutant(String name, ChannelKeyword keyword, TlsUse tls, String caseId)
      throws Exception {
    Fault fault =
        ServerFaults.all().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    CaseVerdict result = played(Mutant.with(fault), keyword, tls, caseId);
    assertThat(new Kill(fault, result).isDue()).isTrue();
    assertThat(result.strict()).as(result.observed()).isIn(Verdict.WARN, Verdict.FAIL);
    if (fault.harm() == Harm.GRAVE) {
      assertThat(result.byDefault()).as(result.observed()).isEqualTo(Verdict.FAIL);
    }
  }

  /** Checks the correct server under these settings, which no other test does. */
  @ParameterizedTest
  @CsvSource({
    "DISABLEETRN, STARTTLS, etrn.keywords.announced, NOT_OFFERED",
    "ALLOWETRN, STARTTLS, etrn.abuse.dead-host, PASS",
  })
  void spareTheRightServer(ChannelKeyword keyword, TlsUse tls, String caseId, Verdict verdict)
      throws Exception {
    CaseVerdict result = played(Mutant.NONE, keyword, tls, caseId);
    assertThat(result.strict()).as(result.observed()).isEqualTo(verdict);
  }

  private static CaseVerdict played(
      Mutant mutant, ChannelKeyword keyword, TlsUse tls, String caseId) throws Exception {
    var selection = new CaseSelection(List.of(caseId), List.of());
    var target = EmbeddedTarget.of(mutant, keyword, tls);
    List<Case> cases = selection.of(Cases.all());
    var plan = new RunPlan(target, cases, Profile.STRICT, 1);
    return CaseVerdict.of(new Runner(plan, new RunListener() {}).run()).get(0);
  }
}
