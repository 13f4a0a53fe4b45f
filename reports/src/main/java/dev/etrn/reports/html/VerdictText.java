package dev.etrn.reports.html;

import dev.etrn.reports.VerdictMark;
import dev.etrn.suites.judge.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sign, the word and the colour of a verdict on a page.
 *
 * @param name its name, which is also the class of its colour
 */
public record VerdictText(String name, String label, String mark, String meaning) {

  public static VerdictText of(Verdict verdict) {
    return new VerdictText(
        verdict.name(),
        verdict.name().replace('_', ' '),
        VerdictMark.of(verdict),
        verdict.meaning());
  }

  /** Returns all verdicts, for the legend. */
  static List<VerdictText> all() {
    return Stream.of(Verdict.values()).map(VerdictText::of).toList();
  }
}
