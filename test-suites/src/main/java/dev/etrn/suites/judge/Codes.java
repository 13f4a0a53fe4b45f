package dev.etrn.suites.judge;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The sets of reply codes that judges use. */
public final class Codes {

  /** The 2yz codes, which accept a request. */
  public static final IntPredicate ACCEPTED = code -> code / 100 == 2;

  /** The 4yz and 5yz codes. */
  public static final IntPredicate REFUSED = code -> code / 100 == 4 || code / 100 == 5;

  /** The codes 458 and 459, which report the server's own decision (RFC 1985 section 5.1). */
  public static final IntPredicate DECLINED = of(458, 459);

  /** The codes 500 and 501 of a syntax error (RFC 1985 section 5.1). */
  public static final IntPredicate SYNTAX_ERROR = of(500, 501);

  /** The codes that only ETRN has, and 250 (RFC 1985 section 5.1). */
  static final IntPredicate OF_ETRN = of(250, 251, 252, 253, 458, 459);

  private Codes() {}

  public static IntPredicate of(int... codes) {
    return code -> IntStream.of(codes).anyMatch(accepted -> accepted == code);
  }

  public static IntPredicate any() {
    return code -> true;
  }
}
