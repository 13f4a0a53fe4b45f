package dev.etrn.suites.targets.profile;

import java.time.Duration;

/**
 * The way in which a target holds and releases mail.
 *
 * @param connectsBack true if the target delivers mail for the nodes to the sink
 * @param within the longest time of a release
 * @param quiet the time without movement after which the harness concludes that nothing moves
 * @param scheduled true if the target delivers at its next scheduled time, so that mail which comes
 *     later than {@code within} is not late
 * @param holding the means that keep mail until ETRN asks for it
 */
public record ReleaseTerms(
    boolean connectsBack, Duration within, Duration quiet, boolean scheduled, HoldMethod holding) {

  /** Returns a target that holds mail by its configuration and releases it at once. */
  public static ReleaseTerms of(boolean connectsBack, Duration within, Duration quiet) {
    return new ReleaseTerms(connectsBack, within, quiet, false, HoldMethod.CONFIGURED);
  }

  public ReleaseTerms withQuiet(Duration other) {
    return new ReleaseTerms(connectsBack, within, other, scheduled, holding);
  }

  public ReleaseTerms withHolding(HoldMethod other) {
    return new ReleaseTerms(connectsBack, within, quiet, scheduled, other);
  }

  /** Returns a copy for a target that delivers at its next scheduled time. */
  public ReleaseTerms onSchedule() {
    return new ReleaseTerms(connectsBack, within, quiet, true, holding);
  }
}
