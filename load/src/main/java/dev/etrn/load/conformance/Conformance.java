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
 * What the sessions of the sample showed.
 *
 * @param judged how many sessions
 * @param dropped how many more were picked, and not judged, since judging them would have cost load
 * @param verdicts by requirement: how many sessions had which verdict
 * @param evidence of FAIL and WARN, of each requirement the first few
 */
public record Conformance(
    long judged,
    long dropped,
    SortedMap<String, Map<Verdict, Long>> verdicts,
    List<Evidence> evidence) {

  /** Nothing was judged. */
  public static final Conformance NONE = new Conformance(0, 0, new TreeMap<>(), List.of());

  public Conformance {
    evidence = List.copyOf(evidence);
  }

  /**
   * A session that shows a breach.
   *
   * @param transcript the file that has all of it, below the directory of the run
   */
  public record Evidence(String requirement, Verdict verdict, String observed, String transcript) {}

  /** The same of all injectors. */
  public static Conformance of(Collection<Conformance> parts) {
    var verdicts = new TreeMap<String, Map<Verdict, Long>>();
    var evidence = new ArrayList<Evidence>();
    for (Conformance part : parts) {
      part.verdicts.forEach(
          (id, of) -> of.forEach((verdict, count) -> count(verdicts, id, verdict, count)));
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

  /** How many sessions had this verdict on some requirement. */
  public long count(String requirement, Verdict verdict) {
    return verdicts.getOrDefault(requirement, Map.of()).getOrDefault(verdict, 0L);
  }

  /** The requirements that some session broke, in the order of their ids. */
  public List<String> broken() {
    return verdicts.keySet().stream().filter(id -> count(id, Verdict.FAIL) > 0).toList();
  }
}
