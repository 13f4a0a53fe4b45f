package dev.etrn.reports.cli.exit;

/** The exit codes in words, for help and man pages: the number, a colon, the meaning. */
public final class ExitText {

  public static final String HEADING = "%nExit codes:%n";
  public static final String AS_EXPECTED = "0:as expected";
  public static final String FAILED =
      "1:a FAIL that neither a waiver nor the baseline accounts for";
  public static final String UNEXPECTED_PASS = "2:an unexpected pass, or a stale waiver";
  public static final String INCONCLUSIVE = "3:inconclusive, unstable or cut short";
  public static final String THRESHOLD_MISSED = "4:a load threshold was missed";
  public static final String REGRESSED = "5:a regression against the baseline";
  public static final String WRONG_USAGE = "64:wrong usage or configuration";
  public static final String NO_CASE_MATCHED = "65:no case matched --select";
  public static final String TARGET_UNREACHABLE =
      "69:the target cannot be reached, or stopped answering";
  public static final String INTERNAL_ERROR = "70:a defect of the harness; please report it";
  public static final String INTERRUPTED = "130:interrupted; the results so far are kept";

  private ExitText() {}
}
