package dev.etrn.suites.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.catalogue.Requirements;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.TranscriptText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every judge, on a recording that keeps its requirements and on alterations of it that break them.
 *
 * <p>{@code kept/} holds what the reference server did; {@code broken.txt} says, a line each, case,
 * verdict in the default profile, and alteration.
 */
class RecordedTranscriptTest {

  private record Broken(String caseId, Verdict verdict, String alteration) {
    static Broken parse(String line) {
      String[] parts = line.split("\\s*\\|\\s*", 3);
      return new Broken(parts[0], Verdict.valueOf(parts[1]), parts[2]);
    }
  }

  private static final List<Broken> BROKEN =
      resource("broken.txt")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Broken::parse)
          .toList();

  @TestFactory
  Stream<DynamicTest> keeps() {
    return Cases.all().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.info().id(),
                    () -> {
                      Outcome outcome = judged(one, kept(one));
                      assertThat(outcome.verdict())
                          .as(outcome.observed())
                          .isIn(Verdict.PASS, Verdict.NOTE);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> breaks() {
    return BROKEN.stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.caseId() + ": " + broken.alteration(),
                    () -> {
                      Case one = byId(broken.caseId());
                      Outcome outcome = judged(one, Alteration.of(kept(one), broken.alteration()));
                      assertThat(outcome.verdict())
                          .as(outcome.observed())
                          .isEqualTo(broken.verdict());
                    }));
  }

  /** A case that no recording can make unhappy could not find a fault. */
  @Test
  void everyCaseHasARecordingThatBreaksIt() {
    Set<Verdict> unhappy = Set.of(Verdict.FAIL, Verdict.WARN, Verdict.NOTE);
    Set<String> broken =
        BROKEN.stream()
            .filter(b -> unhappy.contains(b.verdict()))
            .map(Broken::caseId)
            .collect(Collectors.toSet());
    assertThat(Cases.all()).allSatisfy(one -> assertThat(broken).contains(one.info().id()));
  }

  @Test
  void everyCaseIsInconclusiveOnASessionThatWasTurnedAway() {
    for (Case one : Cases.all()) {
      Transcript turnedAway = Alteration.of(kept(one), "reply greeting 421\\x20busy\\r\\n");
      assertThat(judged(one, turnedAway).verdict())
          .as(one.info().id())
          .isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  private static Outcome judged(Case one, Transcript transcript) {
    return Profile.DEFAULT.weigh(one.judge().judge(transcript), Requirements::byId);
  }

  private static Transcript kept(Case one) {
    return TranscriptText.parse(resource("kept/" + one.info().id() + ".txt"));
  }

  private static Case byId(String id) {
    return Cases.all().stream().filter(c -> c.info().id().equals(id)).findFirst().orElseThrow();
  }

  private static String resource(String name) {
    try (InputStream in = RecordedTranscriptTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no recording " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
