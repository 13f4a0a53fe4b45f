package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.wire.client.CannedReplyServer;
import dev.etrn.suites.wire.client.ConnectionRate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  @Test
  void playsCasesAndKeepsTheirOrder() throws Exception {
    try (var server = new CannedReplyServer("220 a\r\n", RunnerTest::answer)) {
      List<Case> cases = List.of(asking("etrn.test.b"), asking("etrn.test.a"));
      RunResult result = run(server.address(), cases);
      assertThat(result.cases())
          .extracting(c -> c.info().id())
          .containsExactly("etrn.test.b", "etrn.test.a");
      assertThat(result.summary()).containsOnlyKeys(Verdict.PASS);
      assertThat(result.complete()).isTrue();
      assertThat(result.target().ehlo()).containsExactly("ETRN");
      assertThat(result.cases().get(0).transcript().events()).isNotEmpty();
    }
  }

  @Test
  void saysWhatTheConfigurationLacks() throws Exception {
    try (var server = new CannedReplyServer("220 a\r\n", RunnerTest::answer)) {
      Case queueCase =
          CaseBuilder.of("etrn.test.a", "a")
              .covers("ETRN-038")
              .needs(Need.QUEUE)
              .judgedWhenOffered(transcript -> List.of());
      CaseResult result = run(server.address(), List.of(queueCase)).cases().get(0);
      assertThat(result.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
      assertThat(result.observed()).contains("nodes.queue");
    }
  }

  @Test
  void callsItsOwnDefectsErrors() throws Exception {
    try (var server = new CannedReplyServer("220 a\r\n", RunnerTest::answer)) {
      Case script =
          CaseBuilder.of("etrn.test.script", "a")
              .covers("ETRN-038")
              .script(
                  stage -> {
                    throw new IllegalStateException("a script's defect");
                  })
              .judgedWhenOffered(transcript -> List.of());
      Case error =
          CaseBuilder.of("etrn.test.error", "a")
              .covers("ETRN-038")
              .script(
                  stage -> {
                    throw new StackOverflowError("an error of Java");
                  })
              .judgedWhenOffered(transcript -> List.of());
      Case judge =
          CaseBuilder.of("etrn.test.judge", "a")
              .covers("ETRN-038")
              .judgedWhenOffered(t -> List.of());
      RunResult result =
          run(server.address(), List.of(script, error, judge, asking("etrn.test.good")));
      assertThat(result.cases())
          .extracting(CaseResult::verdict)
          .containsExactly(Verdict.ERROR, Verdict.ERROR, Verdict.ERROR, Verdict.PASS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', does not greet",
    "close!, closes the connection at once",
    "'554 go away\r\n', does not greet with 220 but with '554 go away",
    "'HTTP/1.1 400 Bad Request\r\n', does not greet with 220 but with 'HTTP/1.1 400",
    "'SSH-2.0-x', sends octets that are not an SMTP greeting",
  })
  void saysWhatIsListeningInsteadOfASmtpServer(String greeting, String message) throws Exception {
    try (var server = new CannedReplyServer(greeting, line -> "")) {
      assertThatThrownBy(() -> run(server.address(), List.of(asking("etrn.test.a"))))
          .isInstanceOf(TargetUnavailableException.class)
          .hasMessageContaining(message);
    }
  }

  @Test
  void saysThatNobodyListens() {
    // Port 1, since a connection to a port that was just freed could connect to itself.
    var unreachable = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    assertThatThrownBy(() -> run(unreachable, List.of(asking("etrn.test.a"))))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageContaining("cannot connect to 127.0.0.1:" + unreachable.getPort());
  }

  @Test
  void playsRoundByRoundAndCountsTheWorst() throws Exception {
    var etrns = new AtomicInteger();
    var played = new ArrayList<String>();
    List<Case> cases =
        List.of(asking("etrn.test.a", etrns, played), asking("etrn.test.b", etrns, played));
    // The third ETRN is the first of the second round, since cases that release mail run alone.
    try (var server =
        new CannedReplyServer(
            "220 a\r\n",
            line ->
                line.startsWith("ETRN") && etrns.incrementAndGet() == 3
                    ? "250 started\r\n"
                    : answer(line))) {
      var plan = plan(server.address(), cases);
      var repeated = new RunPlan(plan.target(), cases, plan.profile(), 1, 3, plan.rate());
      RunResult result = new Runner(repeated, new RunListener() {}).run();
      assertThat(result.complete()).isTrue();
      CaseResult first = result.cases().get(0);
      assertThat(first.attempts())
          .extracting(Attempt::verdict)
          .containsExactly(Verdict.PASS, Verdict.WARN, Verdict.PASS);
      assertThat(first.verdict()).isEqualTo(Verdict.WARN);
      assertThat(first.times()).isEqualTo(1);
      assertThat(first.isUnstable()).isTrue();
      assertThat(first.observed()).contains("250 started");
      assertThat(first.transcript()).isEqualTo(first.attempts().get(1).transcript());
      assertThat(result.cases().get(1).isUnstable()).isFalse();
      assertThat(played)
          .containsExactly(
              "etrn.test.a",
              "etrn.test.b",
              "etrn.test.a",
              "etrn.test.b",
              "etrn.test.a",
              "etrn.test.b");
    }
  }

  @Test
  void opensNoMoreConnectionsThanAllowed() throws Exception {
    List<Case> cases = List.of(asking("etrn.test.a"), asking("etrn.test.b"), asking("etrn.test.c"));
    try (var server = new CannedReplyServer("220 a\r\n", RunnerTest::answer)) {
      var plain = plan(server.address(), cases);
      var slow =
          new RunPlan(plain.target(), cases, plain.profile(), 1, 1, ConnectionRate.perSecond(1));
      long startNanos = System.nanoTime();
      assertThat(new Runner(slow, new RunListener() {}).run().summary())
          .containsOnlyKeys(Verdict.PASS);
      // The first connection opens at once, and each other one a second after the one before it.
      assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
          .isGreaterThan(Duration.ofMillis(1900));
    }
  }

  @Test
  void keepsWhatItFoundByTheTimeItIsAsked() throws Exception {
    try (var server = new CannedReplyServer("220 a\r\n", RunnerTest::answer)) {
      var soFar = new ArrayList<Optional<RunResult>>();
      var runner = new ArrayList<Runner>();
      var listener =
          new RunListener() {
            @Override
            public void finished(CaseResult result) {
              soFar.add(runner.get(0).soFar());
            }
          };
      List<Case> cases = List.of(asking("etrn.test.a"), asking("etrn.test.b"));
      runner.add(new Runner(plan(server.address(), cases), listener));
      assertThat(runner.get(0).soFar()).isEmpty();
      runner.get(0).run();
      assertThat(soFar.get(0).orElseThrow().cases()).isNotEmpty();
      assertThat(soFar.get(1).orElseThrow().complete()).isTrue();
    }
  }

  @Test
  void givesCasesThatReleaseMailTheTargetForThemselves() throws Exception {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      cases.add(
          CaseBuilder.of("etrn.test.c" + i, "a")
              .covers("ETRN-038")
              .releasesMail()
              .script(
                  stage -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    stage.watch(Duration.ofMillis(20));
                    inside.decrementAndGet();
                  })
              .judgedWhenGreeted(RunnerTest::nothing));
    }
    try (var server = new CannedReplyServer("220 a\r\n", RunnerTest::answer)) {
      assertThat(run(server.address(), cases).cases()).hasSize(6);
    }
    assertThat(most).hasValue(1);
  }

  /** Runs on a foreign server without a configuration, which must give no FAIL and no ERROR. */
  @Test
  void findsNoFaultInAServerThatOffersNoEtrn() throws Exception {
    try (var server = new CannedReplyServer("220 a\r\n", RunnerTest::withoutEtrn)) {
      RunResult result = run(server.address(), CaseSelection.everything().of(Cases.all()));
      assertThat(result.summary()).doesNotContainKeys(Verdict.FAIL, Verdict.ERROR);
      assertThat(result.summary().get(Verdict.NOT_OFFERED)).isGreaterThan(20);
    }
  }

  private static List<dev.etrn.suites.judge.Finding> nothing(
      dev.etrn.suites.transcript.Transcript transcript) {
    return List.of(dev.etrn.suites.judge.Finding.kept("ETRN-038", "nothing"));
  }

  private static Case asking(String id) {
    return CaseBuilder.of(id, "a")
        .covers("ETRN-038")
        .script(stage -> stage.ehlo().step("etrn").line("ETRN").reply())
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-038").keeps(Codes.SYNTAX_ERROR).breaks(Codes.any()));
  }

  /** Returns a case that is played alone, since it may release mail. */
  private static Case asking(String id, AtomicInteger etrns, List<String> played) {
    return CaseBuilder.of(id, "a")
        .covers("ETRN-038")
        .releasesMail()
        .script(
            stage -> {
              played.add(id);
              int before = etrns.get();
              stage.ehlo().step("etrn").line("ETRN").reply();
              assertThat(etrns).hasValue(before + 1);
            })
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-038").keeps(Codes.SYNTAX_ERROR).breaks(Codes.any()));
  }

  private static String answer(String line) {
    if (line.startsWith("EHLO")) {
      return "250-a\r\n250 ETRN\r\n";
    }
    return line.startsWith("QUIT") ? "221 bye\r\n" : "500 what\r\n";
  }

  private static String withoutEtrn(String line) {
    if (line.startsWith("QUIT")) {
      return "221 bye\r\n";
    }
    return line.matches("(?is)(ehlo|helo|noop|rset|mail|rcpt).*") ? "250 a\r\n" : "500 what\r\n";
  }

  private static RunResult run(InetSocketAddress address, List<Case> cases) throws Exception {
    return new Runner(plan(address, cases), new RunListener() {}).run();
  }

  private static RunPlan plan(InetSocketAddress address, List<Case> cases) {
    var profile =
        new TargetProfile(Nodes.NONE, false, SHORT, SHORT, SHORT, OptionalInt.empty(), false);
    var target = new RemoteTarget("test", address, profile, Optional.empty());
    return new RunPlan(target, cases, Profile.DEFAULT, 1);
  }
}
