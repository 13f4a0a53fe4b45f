package dev.etrn.suites.independence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.Password;
import dev.etrn.suites.targets.profile.SessionSecurity;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.transcript.text.TranscriptText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that servers with ETRN only after AUTH or TLS are judged like others, and not accused. */
@Execution(ExecutionMode.CONCURRENT)
class AccessIT {

  /** The cases that check ETRN before AUTH and TLS, where some servers do not list it. */
  private static final Set<String> OUTSIDE =
      Set.of("etrn.auth.demanded", "etrn.tls.demanded", "etrn.tls.injection-releases-nothing");

  private static final Optional<Login> LOGIN =
      Optional.of(new Login(Access.USER, Password.of(Access.PASSWORD)).inEverySession());

  @Test
  void judgesAServerWhoseEtrnWantsAuth() throws Exception {
    assertJudged(run(Access.ETRN_WANTS_AUTH, new SessionSecurity(TlsUse.AUTO, LOGIN)));
  }

  @Test
  void judgesAServerThatKnowsOnlyTheMechanismLogin() throws Exception {
    assertJudged(run(Access.ETRN_WANTS_LOGIN, new SessionSecurity(TlsUse.AUTO, LOGIN)));
  }

  @Test
  void judgesAServerThatListsEtrnAfterAuth() throws Exception {
    RunResult run = run(Access.ETRN_LISTED_AFTER_AUTH, new SessionSecurity(TlsUse.AUTO, LOGIN));
    assertThat(run.target().ehlo()).anyMatch(line -> line.equalsIgnoreCase("ETRN"));
    assertJudged(run);
  }

  @Test
  void judgesAServerThatHasAuthOnlyInTls() throws Exception {
    assertJudged(run(Access.AUTH_BEHIND_TLS, new SessionSecurity(TlsUse.AUTO, LOGIN)));
  }

  @Test
  void judgesAServerThatHasEtrnOnlyInTls() throws Exception {
    RunResult run = run(Access.ETRN_IN_TLS, SessionSecurity.UNSTATED);
    assertThat(run.target().ehlo()).anyMatch(line -> line.equalsIgnoreCase("ETRN"));
    assertJudged(run);
    assertThat(verdict(run, "etrn.tls.injected-etrn")).isEqualTo(Verdict.PASS);
  }

  @Test
  void judgesAServerThatBeginsWithTls() throws Exception {
    assertJudged(run(Access.IMPLICIT_TLS, new SessionSecurity(TlsUse.IMPLICIT, Optional.empty())));
  }

  private static void assertJudged(RunResult run) {
    assertThat(run.cases().stream().filter(AccessIT::isUnjudged).map(AccessIT::text)).isEmpty();
    assertThat(run.summary().get(Verdict.PASS)).isGreaterThan(60);
    assertThat(run.cases())
        .allSatisfy(
            result ->
                assertThat(TranscriptText.write(result.transcript()))
                    .doesNotContain(
                        Access.PASSWORD,
                        base64(Access.PASSWORD),
                        base64("\0" + Access.USER + "\0" + Access.PASSWORD)));
  }

  private static boolean isUnjudged(CaseResult result) {
    return switch (result.verdict()) {
      case FAIL, WARN, ERROR, INCONCLUSIVE -> true;
      case NOT_OFFERED -> !OUTSIDE.contains(result.info().id());
      case PASS, NOTE, NOT_APPLICABLE -> false;
    };
  }

  private static Verdict verdict(RunResult run, String id) {
    return run.cases().stream()
        .filter(result -> result.info().id().equals(id))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(CaseResult result) {
    return result.info().id() + " " + result.verdict() + ": " + result.observed();
  }

  private static RunResult run(Access access, SessionSecurity security) throws Exception {
    List<Case> cases = CaseSelection.everything().of(Cases.all());
    var target = PlainTarget.of(Traits.with(access), security);
    var plan = new RunPlan(target, cases, Profile.STRICT, 1);
    return new Runner(plan, new RunListener() {}).run();
  }
}
