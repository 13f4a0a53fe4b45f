package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.plan.RunBounds;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.wire.client.CannedReplyServer;
import dev.etrn.suites.wire.client.ConnectionRate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests of targets that limit connections, do not answer commands, or are too slow for a run. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class UnhelpfulTargetTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration TIMEOUT = Duration.ofMillis(1500);

  private final AtomicInteger connections = new AtomicInteger();
  private Duration elapsed = Duration.ZERO;

  @Test
  void turnsAwayConnectionsAndIsObeyed() throws Exception {
    // The probe opens the first connection, the role check the second; the next two are refused.
    RunResult result =
        run(
            () ->
                List.of(3, 4).contains(connections.incrementAndGet())
                    ? "421 4.7.0 too many connections\r\n" + CannedReplyServer.CLOSE
                    : "220 a\r\n",
            UnhelpfulTargetTest::answer,
            asking(3),
            RunBounds.NONE);
    assertThat(result.summary()).containsOnlyKeys(Verdict.PASS);
    assertThat(result.notices())
        .singleElement()
        .asString()
        .contains("limits connections ('421 4.7.0 too many connections')", "--max-rate");
    assertThat(result.cases()).anyMatch(c -> c.transcript().fact(Facts.TURNED_AWAY).isPresent());
    assertThat(connections).hasValue(1 + 1 + 3 + 2 + 1);
  }

  @Test
  void givesUpOnOneThatTurnsAwayForGood() throws Exception {
    RunResult result =
        run(
            () ->
                connections.incrementAndGet() > 1
                    ? "421 4.7.0 too many connections\r\n" + CannedReplyServer.CLOSE
                    : "220 a\r\n",
            UnhelpfulTargetTest::answer,
            asking(3),
            RunBounds.within(Duration.ofSeconds(5)));
    assertThat(elapsed).isLessThan(Duration.ofSeconds(8));
    assertThat(result.complete()).isFalse();
  }

  @Test
  void triesInconclusiveCasesAgainAtTheEnd() throws Exception {
    var etrns = new AtomicInteger();
    RunResult result =
        run(
            () -> "220 a\r\n",
            line ->
                line.startsWith("ETRN") && etrns.incrementAndGet() == 1
                    ? "421 4.3.2 closing\r\n" + CannedReplyServer.CLOSE
                    : answer(line),
            asking(2),
            RunBounds.NONE);
    assertThat(result.summary()).containsOnlyKeys(Verdict.PASS);
    assertThat(result.cases().get(0).attempts()).hasSize(1);
    assertThat(etrns).hasValue(3);
  }

  @Test
  void saysThatItWasTriedAgainInVainAndLeavesTheRestOfThatCause() throws Exception {
    var etrns = new AtomicInteger();
    RunResult result =
        run(
            () -> "220 a\r\n",
            line -> {
              if (line.startsWith("ETRN")) {
                etrns.incrementAndGet();
                return "421 4.3.2 closing\r\n" + CannedReplyServer.CLOSE;
              }
              return answer(line);
            },
            asking(5),
            RunBounds.NONE);
    assertThat(result.summary()).containsOnlyKeys(Verdict.INCONCLUSIVE);
    assertThat(result.cases().stream().filter(c -> c.observed().contains("tried again")))
        .hasSize(2);
    assertThat(etrns).hasValue(5 + 2);
  }

  @Test
  void isNotWaitedForAtEachQuit() throws Exception {
    RunResult result =
        run(
            () -> "220 a\r\n",
            line -> line.startsWith("QUIT") ? "" : answer(line),
            asking(6),
            RunBounds.NONE);
    assertThat(result.summary()).containsOnlyKeys(Verdict.PASS);
    // The probe and two cases wait for the whole time, and the other cases for a second.
    assertThat(elapsed).isLessThan(TIMEOUT.multipliedBy(3).plusSeconds(4 + 3));
    assertThat(result.notices()).singleElement().asString().contains("QUIT");
  }

  @Test
  void isNotWaitedForAtEachEtrn() throws Exception {
    RunResult result =
        run(
            () -> "220 a\r\n",
            line -> line.startsWith("ETRN") ? "" : answer(line),
            asking(8),
            RunBounds.NONE);
    assertThat(result.summary()).containsOnlyKeys(Verdict.INCONCLUSIVE);
    assertThat(result.cases().get(7).observed()).contains("does not answer ETRN", "1500 ms");
    assertThat(elapsed).isLessThan(TIMEOUT.multipliedBy(2).plusSeconds(6 + 2 + 6));
    assertThat(result.notices()).singleElement().asString().contains("no ETRN");
  }

  @Test
  void endsTheRunAfterItsTime() throws Exception {
    RunResult result =
        run(
            () -> "220 a\r\n",
            line -> line.startsWith("ETRN") ? pause(answer(line)) : answer(line),
            asking(20),
            RunBounds.within(Duration.ofSeconds(2)));
    assertThat(elapsed).isLessThan(Duration.ofSeconds(6));
    assertThat(result.complete()).isFalse();
    assertThat(result.cases()).isNotEmpty();
    assertThat(result.summary()).containsOnlyKeys(Verdict.PASS);
    int missing = 20 - result.cases().size();
    assertThat(result.notices())
        .singleElement()
        .asString()
        .contains(missing + " cases were not played (etrn.test.", "--max-time");
  }

  /** Returns the answer after half a second. */
  private static String pause(String answer) {
    try {
      boolean unused =
          new java.util.concurrent.CountDownLatch(1)
              .await(500, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  /** Returns {@code count} cases, which are played one after the other. */
  private static List<Case> asking(int count) {
    return IntStream.range(0, count).mapToObj(i -> asking("etrn.test.c" + i)).toList();
  }

  private static Case asking(String id) {
    return CaseBuilder.of(id, "a")
        .covers("ETRN-038")
        .releasesMail()
        .script(Scripts.oneSession(stage -> List.of("ETRN")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-038").keeps(Codes.SYNTAX_ERROR).breaks(Codes.any()));
  }

  private static String answer(String line) {
    if (line.startsWith("EHLO")) {
      return "250-a\r\n250 ETRN\r\n";
    }
    return line.startsWith("QUIT") ? "221 bye\r\n" : "500 what\r\n";
  }

  private RunResult run(
      Supplier<String> greeting, UnaryOperator<String> answers, List<Case> cases, RunBounds bounds)
      throws Exception {
    var profile =
        new TargetProfile(Nodes.NONE, false, SHORT, SHORT, TIMEOUT, OptionalInt.empty(), false);
    try (var server = new CannedReplyServer(0, greeting, answers)) {
      var target = new RemoteTarget("test", server.address(), profile, Optional.empty());
      var plan =
          new RunPlan(target, cases, Profile.DEFAULT, 1, 1, ConnectionRate.unlimited(), bounds);
      long startNanos = System.nanoTime();
      RunResult result = new Runner(plan, new RunListener() {}).run();
      elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
      return result;
    }
  }
}
