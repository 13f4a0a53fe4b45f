package dev.etrn.suites.cases.client;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Every judge of clients, on a recording that keeps its requirements and on alterations of it.
 *
 * <p>{@code kept/} holds what {@code etrn send}, the sendetrn channel and, over TLS, Python's
 * smtplib did; {@code broken.txt} says, a line each, case, verdict in the default profile, and
 * alteration.
 */
class ClientRecordedTranscriptTest {

  private record Altered(String caseId, Verdict verdict, String alteration) {
    static Altered parse(String line) {
      String[] parts = line.split("\\s*\\|\\s*", 3);
      return new Altered(parts[0], Verdict.valueOf(parts[1]), parts[2]);
    }
  }

  private static final List<Altered> ALTERED =
      resource("broken.txt")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Altered::parse)
          .toList();

  @TestFactory
  Stream<DynamicTest> keeps() {
    return ClientCases.all().stream()
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
    return ALTERED.stream()
        .map(
            altered ->
                DynamicTest.dynamicTest(
                    altered.caseId() + ": " + altered.alteration(),
                    () -> {
                      ClientCase one = byId(altered.caseId());
                      Transcript changed = ClientAlteration.of(kept(one), altered.alteration());
                      Outcome outcome = judged(one, changed);
                      assertThat(outcome.verdict())
                          .as(outcome.observed())
                          .isEqualTo(altered.verdict());
                    }));
  }

  /** A case that no recording can make unhappy could not find a fault. */
  @Test
  void everyCaseHasARecordingThatBreaksIt() {
    Set<String> broken =
        ALTERED.stream()
            .filter(a -> a.verdict() == Verdict.FAIL || a.verdict() == Verdict.WARN)
            .map(Altered::caseId)
            .collect(Collectors.toSet());
    assertThat(ClientCases.all()).allSatisfy(one -> assertThat(broken).contains(one.info().id()));
  }

  /** Where the client refuses to ask at all, only its exit code shows that it was run. */
  @Test
  void everyCaseIsInconclusiveWhenNobodyCame() {
    for (ClientCase one : ClientCases.all()) {
      Transcript empty = ClientAlteration.of(kept(one), "away & without visit.exit");
      assertThat(judged(one, empty).verdict()).as(one.info().id()).isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  private static Outcome judged(ClientCase one, Transcript transcript) {
    return Profile.DEFAULT.weigh(one.judge().judge(transcript), Requirements::byId);
  }

  private static Transcript kept(ClientCase one) {
    return TranscriptText.parse(resource("kept/" + one.info().id() + ".txt"));
  }

  private static ClientCase byId(String id) {
    return ClientCases.all().stream()
        .filter(c -> c.info().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String resource(String name) {
    try (InputStream in = ClientRecordedTranscriptTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no recording " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
