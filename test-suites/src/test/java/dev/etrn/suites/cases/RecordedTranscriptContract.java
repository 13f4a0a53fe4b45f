package dev.etrn.suites.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.text.TranscriptText;
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
 * What every judge keeps, on a recording that keeps its requirements and on alterations of it that
 * break them.
 *
 * <p>Beside the class that extends this, {@code kept/} holds the recordings; {@code broken.txt}
 * says, a line each, case, verdict in the default profile, and alteration.
 */
public abstract class RecordedTranscriptContract<E extends Experiment> {

  private record Broken(String caseId, Verdict verdict, String alteration) {
    static Broken parse(String line) {
      String[] parts = line.split("\\s*\\|\\s*", 3);
      return new Broken(parts[0], Verdict.valueOf(parts[1]), parts[2]);
    }
  }

  private final List<E> cases;
  private final Set<Verdict> unhappy;
  private final String nothing;

  /**
   * @param unhappy verdicts of which each case must have one on an alteration
   * @param nothing the alteration that leaves nothing to judge
   */
  protected RecordedTranscriptContract(List<E> cases, Set<Verdict> unhappy, String nothing) {
    this.cases = cases;
    this.unhappy = unhappy;
    this.nothing = nothing;
  }

  /** The transcript as if the other side had behaved in another way, which one line says. */
  protected abstract Transcript altered(Transcript recorded, String alteration);

  @TestFactory
  Stream<DynamicTest> keeps() {
    return cases.stream()
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
    return broken()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.caseId() + ": " + line.alteration(),
                    () -> {
                      E one = byId(line.caseId());
                      Outcome outcome = judged(one, altered(kept(one), line.alteration()));
                      assertThat(outcome.verdict())
                          .as(outcome.observed())
                          .isEqualTo(line.verdict());
                    }));
  }

  /** A case that no recording can make unhappy could not find a fault. */
  @Test
  void everyCaseHasARecordingThatBreaksIt() {
    Set<String> found =
        broken()
            .filter(line -> unhappy.contains(line.verdict()))
            .map(Broken::caseId)
            .collect(Collectors.toSet());
    assertThat(cases).allSatisfy(one -> assertThat(found).contains(one.info().id()));
  }

  @Test
  void everyCaseIsInconclusiveWhenThereIsNothingToJudge() {
    for (E one : cases) {
      Transcript empty = altered(kept(one), nothing);
      assertThat(judged(one, empty).verdict()).as(one.info().id()).isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  private Outcome judged(E one, Transcript transcript) {
    return Profile.DEFAULT.weigh(one.judge().judge(transcript), Requirements::byId);
  }

  private E byId(String id) {
    return cases.stream().filter(c -> c.info().id().equals(id)).findFirst().orElseThrow();
  }

  private Transcript kept(E one) {
    return TranscriptText.parse(resource("kept/" + one.info().id() + ".txt"));
  }

  private Stream<Broken> broken() {
    return resource("broken.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Broken::parse);
  }

  private String resource(String name) {
    try (InputStream in = getClass().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no recording " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
