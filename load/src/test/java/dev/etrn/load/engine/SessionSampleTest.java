package dev.etrn.load.engine;

import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.conformance.Conformance;
import dev.etrn.load.conformance.ConformanceFile;
import dev.etrn.load.conformance.SessionSample;
import dev.etrn.load.engine.ScriptedPeer.Script;
import dev.etrn.load.scenario.Population;
import dev.etrn.suites.judge.Verdict;
import io.gatling.javaapi.core.ActionBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of sampled sessions, from the wire to their verdicts. */
@Tag("slow")
class SessionSampleTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void keepsTheTranscriptOfASessionThatShowsABreach() throws Exception {
    Conformance findings =
        judged(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.say("250-hub\r\n250 ETRN\r\n").hear();
              talk.say("254 started\r\n").hear();
              talk.say("221 bye\r\n");
            },
            smtp("EHLO").ehlo(),
            smtp("ETRN").etrn("#{node}"),
            smtp("QUIT").quit());
    assertThat(findings.judged()).isOne();
    assertThat(findings.broken()).containsExactly("ETRN-026");
    assertThat(findings.evidence())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.observed()).contains("'254 started'");
              assertThat(directory.resolve(item.transcript()))
                  .content()
                  .contains("> ETRN branch.example\\r\\n")
                  .contains("< 254 started\\r\\n");
            });
  }

  @Test
  void saysNothingAgainstAServerThatWasNotWaitedFor() throws Exception {
    Conformance findings =
        judged(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.say("250-hub\r\n250 ETRN\r\n").hear();
              talk.isClosedByPeer();
            },
            smtp("EHLO").ehlo(),
            smtp("ETRN").etrn("#{node}").thenDrop());
    assertThat(findings.judged()).isOne();
    assertThat(findings.evidence()).isEmpty();
    assertThat(findings.count("ETRN-026", Verdict.PASS)).isZero();
    assertThat(findings.count("SMTP-022", Verdict.PASS)).isOne();
  }

  @Test
  void saysNothingAgainstAServerThatIsTooSlowForTheInjector() throws Exception {
    Conformance findings =
        judged(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.say("250-hub\r\n250 ETRN\r\n").hear();
              talk.say("250 2.").isClosedByPeer();
            },
            smtp("EHLO").ehlo(),
            smtp("ETRN").etrn("#{node}"));
    assertThat(findings.judged()).isOne();
    assertThat(findings.evidence()).isEmpty();
  }

  @Test
  void takesTheFirstSessionsAndThenAShare() {
    try (var sample = new SessionSample(10, directory)) {
      long taken =
          IntStream.range(0, 1000)
              .filter(user -> sample.sample("partners", user).isPresent())
              .count();
      assertThat(taken).isBetween(60L, 160L);
      assertThat(sample.sample(Population.WARM_UP, 1)).isEqualTo(Optional.empty());
    }
  }

  @Test
  void takesNoneWhereNoneIsWanted() {
    try (var sample = new SessionSample(0, directory)) {
      assertThat(sample.sample("partners", 1)).isEmpty();
    }
  }

  @Test
  void recordsOnlySoManyAtATime() throws IOException {
    try (var sample = new SessionSample(100, directory)) {
      long taken =
          IntStream.range(0, 1000)
              .filter(user -> sample.sample("partners", user).isPresent())
              .count();
      sample.finish(directory.resolve("sample.json"));
      assertThat(taken).isEqualTo(200);
    }
    Conformance findings = ConformanceFile.read(directory.resolve("sample.json"));
    assertThat(findings.judged()).isZero();
    assertThat(findings.dropped()).isEqualTo(1000);
  }

  private Conformance judged(Script script, ActionBuilder... requests) throws Exception {
    Path injectorDirectory = Files.createDirectory(directory.resolve("injector-1"));
    try (var peer = new ScriptedPeer(script);
        var sample = new SessionSample(100, injectorDirectory.resolve("transcripts"))) {
      OneUser.of(
          smtp(peer.address()).replyTimeout(Duration.ofMillis(300)).sampler(sample),
          injectorDirectory.resolve("engine"),
          requests);
      sample.finish(injectorDirectory.resolve("sample.json"));
    }
    return ConformanceFile.collect(
        ConformanceFile.read(injectorDirectory.resolve("sample.json")),
        "injector-1",
        injectorDirectory.resolve("transcripts"),
        directory);
  }
}
