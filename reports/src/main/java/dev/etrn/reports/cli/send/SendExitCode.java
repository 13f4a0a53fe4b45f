package dev.etrn.reports.cli.send;

import java.util.List;

/** The exit code of {@code etrn send}; the numbers are a contract. */
public final class SendExitCode {

  static final int STARTED = 0;
  static final int NO_MAIL = 10;
  static final int TRY_LATER = 11;
  static final int NOT_ALLOWED = 12;
  static final int REFUSED = 13;

  private SendExitCode() {}

  /**
   * Returns the exit code for the reply codes of all nodes: any other refusal outweighs not
   * allowed, which outweighs try later, which outweighs a queue that was started, which outweighs
   * no mail.
   */
  public static int of(List<Integer> replies) {
    List<Integer> codes = replies.stream().map(SendExitCode::of).toList();
    for (int code : new int[] {REFUSED, NOT_ALLOWED, TRY_LATER, STARTED}) {
      if (codes.contains(code)) {
        return code;
      }
    }
    return NO_MAIL;
  }

  /** Returns the exit code for one reply; unknown codes count by their first digit (CLI-009). */
  private static int of(int reply) {
    return switch (reply) {
      case 251 -> NO_MAIL;
      case 459, 530 -> NOT_ALLOWED;
      case 458 -> TRY_LATER;
      default -> reply / 100 == 2 ? STARTED : REFUSED;
    };
  }
}
