package dev.etrn.suites.judge;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Sets of reply codes. */
public final class Codes {

  /** Any 2yz: the request was accepted. */
  public static final IntPredicate ACCEPTED = code -> code / 100 == 2;

  /** Any 4yz or 5yz. */
  public static final IntPredicate REFUSED = code -> code / 100 == 4 || code / 100 == 5;

  /** 458 and 459: the server's own decision (RFC 1985 section 5.1). */
  public static final IntPredicate DECLINED = of(458, 459);

  /** 500 and 501 (RFC 1985 section 5.1). */
  public static final IntPredicate SYNTAX_ERROR = of(500, 501);

  /** What ETRN alone is answered with, and 250 (RFC 1985 section 5.1). */
  static final IntPredicate OF_ETRN = of(250, 251, 252, 253, 458, 459);

  private Codes() {}

  public static IntPredicate of(int... codes) {
    return code -> IntStream.of(codes).anyMatch(one -> one == code);
  }

  public static IntPredicate any() {
    return code -> true;
  }
}
