package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.wire.client.CannedReplyServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of a target that answers 458, which means "later". */
@Tag("slow")
class BusyTargetTest {

  private static final Duration WITHIN = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final AtomicInteger etrns = new AtomicInteger();

  @Test
  void isAskedAgainWhereARequestHasToBeAccepted() throws Exception {
    // The check of the roles sends the first ETRN.
    CaseResult result = played("etrn.reply.node-named", 4);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    Dialogue dialogue = Dialogue.first(result.transcript());
    assertThat(dialogue.exchanges(Dialogue.BUSY)).hasSize(2);
    assertThat(dialogue.replies("etrn"))
        .singleElement()
        .satisfies(reply -> assertThat(reply.code()).isEqualTo(250));
  }

  @Test
  void isNotAskedForLongerThanAReleaseMayTake() throws Exception {
    CaseResult result = played("etrn.reply.node-named", 1000);
    assertThat(result.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(Duration.ofNanos(result.nanos())).isBetween(WITHIN, WITHIN.multipliedBy(3));
  }

  @Test
  void isAskedOnceWhereTheAnswerIsFree() throws Exception {
    CaseResult result = played("etrn.state.after-ehlo", 1000);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(etrns).as("with the one of the role check").hasValue(2);
  }

  /**
   * @param accepted the number of the first ETRN that is accepted
   */
  private CaseResult played(String caseId, int accepted) throws Exception {
    List<Case> cases = new CaseSelection(List.of(caseId), List.of()).of(Cases.all());
    var profile =
        new TargetProfile(
            Nodes.NONE.withPermitted("branch.example"),
            false,
            WITHIN,
            WITHIN,
            TIMEOUT,
            OptionalInt.empty(),
            false);
    try (var server = new CannedReplyServer("220 a\r\n", line -> answer(line, accepted))) {
      var target = new RemoteTarget("test", server.address(), profile, Optional.empty());
      var plan = new RunPlan(target, cases, Profile.DEFAULT, 1);
      return new Runner(plan, new RunListener() {}).run().cases().get(0);
    }
  }

  private String answer(String line, int accepted) {
    if (line.startsWith("EHLO")) {
      return "250-a\r\n250 ETRN\r\n";
    } else if (line.startsWith("ETRN")) {
      return etrns.incrementAndGet() < accepted
          ? "458 a run is under way\r\n"
          : "250 queuing for branch.example started\r\n";
    }
    return line.startsWith("QUIT") ? "221 bye\r\n" : "500 what\r\n";
  }
}
