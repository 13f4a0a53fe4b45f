package dev.etrn.reports;

import dev.etrn.suites.run.Expectation;
import dev.etrn.suites.run.Expectations;
import dev.etrn.suites.target.Waiver;

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
    return "the waiver of " + stale.waiver().caseId() + " is stale: " + Printable.line(stale.why());
  }

  /** The reason, the last day and the link. */
  public static String because(Waiver waiver) {
    return Printable.line(waiver.reason())
        + " (until "
        + waiver.expires()
        + waiver.link().map(link -> ", " + link).orElse("")
        + ")";
  }
}
