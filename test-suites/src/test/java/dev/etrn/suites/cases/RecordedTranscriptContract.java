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
 * The contract of every judge, on a recording that keeps its requirements and on alterations of it
 * that break them.
 *
 * <p>Beside the class that extends this, {@code kept/} holds the recordings. Each line of {@code
 * broken.txt} has a case, the verdict in the default profile, and an alteration.
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
  private final String emptying;

  /**
   * A contract for these cases.
   *
   * @param unhappy the verdicts of which each case must have one on an alteration
   * @param emptying the alteration that leaves nothing to judge
   */
  protected RecordedTranscriptContract(List<E> cases, Set<Verdict> unhappy, String emptying) {
    this.cases = cases;
    this.unhappy = unhappy;
    this.emptying = emptying;
  }

  /** Returns the transcript as if the other side had behaved differently, as one line says. */
  protected abstract Transcript altered(Transcript recorded, String alteration);

  @TestFactory
  Stream<DynamicTest> keeps() {
    return cases.stream()
        .map(
            testCase ->
                DynamicTest.dynamicTest(
                    testCase.info().id(),
                    () -> {
                      Outcome outcome = judged(testCase, kept(testCase));
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
                      E testCase = byId(line.caseId());
                      Outcome outcome =
                          judged(testCase, altered(kept(testCase), line.alteration()));
                      assertThat(outcome.verdict())
                          .as(outcome.observed())
                          .isEqualTo(line.verdict());
                    }));
  }

  /** A case whose verdict no recording can change could not find a fault. */
  @Test
  void everyCaseHasARecordingThatBreaksIt() {
    Set<String> found =
        broken()
            .filter(line -> unhappy.contains(line.verdict()))
            .map(Broken::caseId)
            .collect(Collectors.toSet());
    assertThat(cases).allSatisfy(testCase -> assertThat(found).contains(testCase.info().id()));
  }

  @Test
  void everyCaseIsInconclusiveWhenThereIsNothingToJudge() {
    for (E testCase : cases) {
      Transcript empty = altered(kept(testCase), emptying);
      assertThat(judged(testCase, empty).verdict())
          .as(testCase.info().id())
          .isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  private Outcome judged(E testCase, Transcript transcript) {
    return Profile.DEFAULT.weigh(testCase.judge().judge(transcript), Requirements::byId);
  }

  private E byId(String id) {
    return cases.stream().filter(c -> c.info().id().equals(id)).findFirst().orElseThrow();
  }

  private Transcript kept(E testCase) {
    return TranscriptText.parse(resource("kept/" + testCase.info().id() + ".txt"));
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
