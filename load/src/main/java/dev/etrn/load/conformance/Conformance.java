package dev.etrn.load.conformance;

import dev.etrn.suites.judge.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The findings in the sample of sessions.
 *
 * @param judged the number of sessions that were judged
 * @param dropped the number of further sessions that were picked but not judged, since judging them
 *     would have slowed the load down
 * @param verdicts the number of sessions with each verdict, by requirement
 * @param evidence the first few sessions with FAIL and with WARN for each requirement
 */
public record Conformance(
    long judged,
    long dropped,
    SortedMap<String, Map<Verdict, Long>> verdicts,
    List<Evidence> evidence) {

  /** The findings if no session was judged. */
  public static final Conformance NONE = new Conformance(0, 0, new TreeMap<>(), List.of());

  public Conformance {
    evidence = List.copyOf(evidence);
  }

  /**
   * A session that shows a breach.
   *
   * @param transcript the file of the session's transcript, below the directory of the run
   */
  public record Evidence(String requirement, Verdict verdict, String observed, String transcript) {}

  /** Returns the findings of several injectors together. */
  public static Conformance of(Collection<Conformance> parts) {
    var verdicts = new TreeMap<String, Map<Verdict, Long>>();
    var evidence = new ArrayList<Evidence>();
    for (Conformance part : parts) {
      part.verdicts.forEach(
          (id, counts) -> counts.forEach((verdict, count) -> count(verdicts, id, verdict, count)));
      evidence.addAll(part.evidence);
    }
    return new Conformance(
        parts.stream().mapToLong(Conformance::judged).sum(),
        parts.stream().mapToLong(Conformance::dropped).sum(),
        verdicts,
        evidence);
  }

  static void count(
      SortedMap<String, Map<Verdict, Long>> verdicts, String id, Verdict verdict, long count) {
    verdicts
        .computeIfAbsent(id, i -> new EnumMap<>(Verdict.class))
        .merge(verdict, count, Long::sum);
  }

  /** Returns the number of sessions with this verdict on a requirement. */
  public long count(String requirement, Verdict verdict) {
    return verdicts.getOrDefault(requirement, Map.of()).getOrDefault(verdict, 0L);
  }

  /** Returns the requirements that at least one session broke, in the order of their ids. */
  public List<String> broken() {
    return verdicts.keySet().stream().filter(id -> count(id, Verdict.FAIL) > 0).toList();
  }
}
