package dev.etrn.load.action;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The expectation of a reply.
 *
 * @param codes the codes that the reply may have
 * @param checks the checks that the reply's text must all pass
 */
record ReplyExpectation(BitSet codes, List<Check> checks) {

  /**
   * A check on a reply's text.
   *
   * @param name the name of the check in reports
   * @param holds the condition on the text
   */
  record Check(String name, Predicate<String> holds) {}

  ReplyExpectation {
    codes = (BitSet) codes.clone();
    checks = List.copyOf(checks);
  }

  static ReplyExpectation of(int... codes) {
    return new ReplyExpectation(set(codes), List.of());
  }

  ReplyExpectation withCodes(int... newCodes) {
    if (newCodes.length == 0) {
      throw new IllegalArgumentException("name one code or more that is expected");
    }
    return new ReplyExpectation(set(newCodes), checks);
  }

  ReplyExpectation with(Check check) {
    List<Check> extended = new ArrayList<>(checks);
    extended.add(check);
    return new ReplyExpectation(codes, extended);
  }

  /**
   * Returns what is wrong with a reply, in one of a few phrases; empty if nothing is.
   *
   * @param text the supplier of the reply's text, called only if there are checks
   */
  Optional<String> complaint(int code, Supplier<String> text) {
    if (!codes.get(code)) {
      return Optional.of("unexpected " + code);
    }
    if (checks.isEmpty()) {
      return Optional.empty();
    }
    String replyText = text.get();
    return checks.stream()
        .filter(check -> !check.holds().test(replyText))
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
