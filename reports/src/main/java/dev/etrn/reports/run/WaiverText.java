package dev.etrn.reports.run;

import dev.etrn.reports.EscapedText;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.waivers.Waiver;

/** Waivers in the words that all renderings use; one line each. */
public final class WaiverText {

  private WaiverText() {}

  /** What an expectation means for the reader of a result. */
  public static String of(Expectation expectation) {
    return expectation.isFail()
        ? "waived: " + because(expectation.waiver())
        : "passes unexpectedly, remove its waiver: " + because(expectation.waiver());
  }

  public static String of(Expectations.Stale stale) {
    return "the waiver of "
        + stale.waiver().caseId()
        + " is stale: "
        + EscapedText.line(stale.why());
  }

  /** The reason, the last day and the link. */
  public static String because(Waiver waiver) {
    return EscapedText.line(waiver.reason())
        + " (until "
        + waiver.expires()
        + waiver.link().map(link -> ", " + link).orElse("")
        + ")";
  }
}
