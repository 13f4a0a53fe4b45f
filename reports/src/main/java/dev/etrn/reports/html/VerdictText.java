package dev.etrn.reports.html;

import dev.etrn.reports.VerdictMark;
import dev.etrn.suites.judge.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * A verdict as pages show it: by sign, word and colour.
 *
 * @param name also the class of its colour
 */
public record VerdictText(String name, String label, String mark, String meaning) {

  public static VerdictText of(Verdict verdict) {
    return new VerdictText(
        verdict.name(),
        verdict.name().replace('_', ' '),
        VerdictMark.of(verdict),
        verdict.meaning());
  }

  /** All of them, for the legend. */
  static List<VerdictText> all() {
    return Stream.of(Verdict.values()).map(VerdictText::of).toList();
  }
}
