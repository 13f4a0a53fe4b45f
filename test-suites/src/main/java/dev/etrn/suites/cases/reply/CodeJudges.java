package dev.etrn.suites.cases.reply;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.ReplyJudge;

/** The judges of the codes that RFC 1985 section 5.1 lists, whatever the request. */
public final class CodeJudges {

  private CodeJudges() {}

  /** Judges ETRN-026 and ETRN-027: success is 250 to 253, and there is no 3yz. */
  public static ReplyJudge success() {
    return ReplyJudge.of("etrn", "ETRN-026")
        .keeps(Codes.of(250, 251, 252, 253))
        .breaks(Codes.ACCEPTED)
        .breaks(code -> code / 100 == 3, "ETRN-027", "a 3yz code");
  }

  /** Judges ETRN-028: failure is 458, 459, 500 or 501. */
  public static ReplyJudge failure() {
    return ReplyJudge.of("etrn", "ETRN-028")
        .keeps(Codes.of(458, 459, 500, 501))
        .notes(Codes.of(421, 454, 502, 503, 530), "a code that another RFC calls for")
        .doubts(Codes.REFUSED, "RFC 1985 lists 458, 459, 500 and 501");
  }
}
