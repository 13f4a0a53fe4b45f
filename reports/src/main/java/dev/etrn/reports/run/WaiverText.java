package dev.etrn.reports.run;

import dev.etrn.reports.EscapedText;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.waivers.Waiver;

/** The text of waivers, one line each, in words that all renderings share. */
public final class WaiverText {

  private WaiverText() {}

  /** Returns the meaning of an expectation for the reader of a result. */
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

  /** Returns the reason, the last day and the link of a waiver. */
  public static String because(Waiver waiver) {
    return EscapedText.line(waiver.reason())
        + " (until "
        + waiver.expires()
        + waiver.link().map(link -> ", " + link).orElse("")
        + ")";
  }
}
