package dev.etrn.load.action;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a reply must be.
 *
 * @param codes any of these
 * @param checks on its text, all of them
 */
record ReplyExpectation(BitSet codes, List<Check> checks) {

  /**
   * A check on a reply's text.
   *
   * @param name for reports
   */
  record Check(String name, Predicate<String> holds) {}

  ReplyExpectation {
    codes = (BitSet) codes.clone();
    checks = List.copyOf(checks);
  }

  static ReplyExpectation of(int... codes) {
    return new ReplyExpectation(set(codes), List.of());
  }

  ReplyExpectation withCodes(int... other) {
    if (other.length == 0) {
      throw new IllegalArgumentException("name one code or more that is expected");
    }
    return new ReplyExpectation(set(other), checks);
  }

  ReplyExpectation with(Check check) {
    List<Check> all = new ArrayList<>(checks);
    all.add(check);
    return new ReplyExpectation(codes, all);
  }

  /**
   * What is wrong with a reply, in one of few phrases; empty when nothing is.
   *
   * @param text is asked for only when there are checks
   */
  Optional<String> complaint(int code, Supplier<String> text) {
    if (!codes.get(code)) {
      return Optional.of("unexpected " + code);
    }
    if (checks.isEmpty()) {
      return Optional.empty();
    }
    String read = text.get();
    return checks.stream()
        .filter(check -> !check.holds().test(read))
        .findFirst()
        .map(check -> "check failed: " + check.name());
  }

  private static BitSet set(int... codes) {
    var set = new BitSet();
    for (int code : codes) {
      if (code < 200 || code > 599) {
        throw new IllegalArgumentException(code + " is no reply code; they are 200 to 599");
      }
      set.set(code);
    }
    return set;
  }
}
