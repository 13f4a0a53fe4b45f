package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.evaluation.CaseJudge;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.TargetLostException;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.wire.client.CannedReplyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests of a target that goes away during a run. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class LostTargetTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String FATAL = "ETRN fatal.example";
  private static final String HARMLESS = "ETRN branch.example";

  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private final CannedReplyServer server = new CannedReplyServer("220 a\r\n", this::answer);
  private volatile Runnable onFatal = this::leave;
  private volatile boolean isStuck;

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void endsTheRunAndAccusesNobodyOfItsEnd() {
    Runner runner =
        runner(
            asking("etrn.test.before", HARMLESS),
            asking("etrn.test.fatal", FATAL),
            asking("etrn.test.next", HARMLESS),
            asking("etrn.test.never", HARMLESS));
    assertThat(catchThrowableOfType(TargetLostException.class, runner::run))
        .hasMessageContaining("went away after 3 of 4 cases")
        .hasMessageContaining("last answered in etrn.test.fatal, etrn.test.before: start it again");
    RunResult result = runner.soFar().orElseThrow();
    assertThat(result.complete()).isFalse();
    assertThat(result.cases())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE);
    assertThat(result.cases().get(1).observed()).contains("went away at about that time");
  }

  /** Plays against a target that still takes connections, but does not greet. */
  @Test
  void endsTheRunOfOneThatGreetsNobody() {
    onFatal = server::hang;
    Runner runner = runner(asking("etrn.test.fatal", FATAL), asking("etrn.test.next", HARMLESS));
    assertThat(catchThrowableOfType(TargetLostException.class, runner::run))
        .hasMessageContaining("went away after 2 of 2 cases and no longer answers");
    assertThat(runner.soFar().orElseThrow().cases())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE);
  }

  @Test
  void endsTheRunOfOneThatGreetsAndThenHangs() {
    onFatal = () -> isStuck = true;
    Runner runner = runner(asking("etrn.test.fatal", FATAL), asking("etrn.test.next", HARMLESS));
    assertThat(catchThrowableOfType(TargetLostException.class, runner::run))
        .hasMessageContaining(
            "no longer answers; it last answered in etrn.test.fatal: start it again");
    assertThat(runner.soFar().orElseThrow().cases())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE);
  }

  @Test
  void looksOnceMoreWhenAllHasBeenPlayed() {
    Case fatal = asking("etrn.test.fatal", FATAL);
    Runner runner = runner(fatal);
    assertThat(catchThrowableOfType(TargetLostException.class, runner::run))
        .hasMessageContaining("went away after 1 of 1 cases");
    CaseResult result = runner.soFar().orElseThrow().cases().get(0);
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(CaseJudge.outcome(fatal, result.transcript(), Profile.DEFAULT).verdict())
        .as("judged again from what was recorded")
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void keepsWhatWasFoundOfOneAmongOthers() throws Exception {
    var fates = new FateRecorder();
    new ParallelRuns(List.of(plan(asking("etrn.test.fatal", FATAL))), 1).run(fates);
    assertThat(fates.fates().values())
        .singleElement()
        .isInstanceOfSatisfying(
            ParallelRuns.CutShort.class,
            cut -> {
              assertThat(cut.why()).contains("went away after 1 of 1 cases");
              assertThat(cut.result().complete()).isFalse();
              assertThat(cut.result().cases()).hasSize(1);
            });
  }

  @Test
  void waitsForOneThatStartsAnew() throws Exception {
    CompletableFuture<CannedReplyServer> restarted =
        ended.thenApplyAsync(
            port -> new CannedReplyServer(port, "220 a\r\n", this::answer),
            CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));
    RunResult result =
        runner(
                asking("etrn.test.fatal", FATAL),
                asking("etrn.test.meanwhile", HARMLESS),
                asking("etrn.test.after", HARMLESS))
            .run();
    restarted.get(10, TimeUnit.SECONDS).close();
    assertThat(result.complete()).isTrue();
    assertThat(result.cases())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.WARN, Verdict.PASS, Verdict.PASS);
  }

  private String answer(String line) {
    if (isStuck) {
      return "";
    } else if (line.startsWith("EHLO")) {
      return "250-a\r\n250 ETRN\r\n";
    } else if (line.startsWith(FATAL)) {
      onFatal.run();
      return "250 started\r\n";
    }
    return line.startsWith("QUIT") ? "221 bye\r\n" : "500 what\r\n";
  }

  private void leave() {
    int port = server.address().getPort();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ended.complete(port);
  }

  /** Returns a case that is played alone, since it may release mail. */
  private static Case asking(String id, String etrn) {
    return CaseBuilder.of(id, "a")
        .covers("ETRN-038")
        .releasesMail()
        .script(stage -> stage.ehlo().step("etrn").line(etrn).reply())
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-038").keeps(Codes.SYNTAX_ERROR).breaks(Codes.any()));
  }

  private Runner runner(Case... cases) {
    return new Runner(plan(cases), new RunListener() {});
  }

  private RunPlan plan(Case... cases) {
    var profile =
        new TargetProfile(Nodes.NONE, false, SHORT, SHORT, SHORT, OptionalInt.empty(), false);
    var target = new RemoteTarget("test", server.address(), profile, Optional.empty());
    return new RunPlan(target, List.of(cases), Profile.DEFAULT, 1);
  }
}
