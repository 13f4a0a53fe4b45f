package dev.etrn.load.conformance;

import dev.etrn.load.conformance.Conformance.Evidence;
import dev.etrn.suites.cases.session.UnscriptedSessionJudge;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.text.TranscriptText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The verdicts on the sampled sessions; it counts them, and keeps the transcripts of the first
 * sessions with each breach.
 */
final class SessionVerdicts {

  /** The number of sessions that are kept as evidence for each requirement and verdict. */
  private static final int MOST_EVIDENCE = 5;

  private final Path transcripts;
  private final SortedMap<String, Map<Verdict, Long>> counts = new TreeMap<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private long judged;

  SessionVerdicts(Path transcripts) {
    this.transcripts = transcripts;
  }

  synchronized void add(Transcript session) {
    judged++;
    Map<String, Outcome> outcomes = UnscriptedSessionJudge.judge(session);
    outcomes.forEach((id, outcome) -> Conformance.count(counts, id, outcome.verdict(), 1));
    List<Evidence> shown =
        outcomes.entrySet().stream()
            .filter(entry -> isShown(entry.getKey(), entry.getValue().verdict()))
            .map(entry -> evidence(entry.getKey(), entry.getValue(), session.caseId()))
            .toList();
    if (!shown.isEmpty()) {
      keep(session);
      evidence.addAll(shown);
    }
  }

  synchronized Conformance soFar(long dropped) {
    return new Conformance(judged, dropped, new TreeMap<>(counts), evidence);
  }

  private boolean isShown(String requirement, Verdict verdict) {
    long before =
        evidence.stream()
            .filter(item -> item.requirement().equals(requirement) && item.verdict() == verdict)
            .count();
    return (verdict == Verdict.FAIL || verdict == Verdict.WARN) && before < MOST_EVIDENCE;
  }

  private static Evidence evidence(String requirement, Outcome outcome, String name) {
    return new Evidence(requirement, outcome.verdict(), outcome.observed(), name + ".txt");
  }

  private void keep(Transcript session) {
    try {
      Files.createDirectories(transcripts);
      Files.writeString(
          transcripts.resolve(session.caseId() + ".txt"),
          TranscriptText.write(session),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
