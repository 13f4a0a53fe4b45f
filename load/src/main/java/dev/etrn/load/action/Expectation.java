package dev.etrn.load.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a reply must be.
 *
 * @param codes any of these
 * @param checks on its text, all of them
 */
record Expectation(List<Integer> codes, List<Check> checks) {

  /**
   * A check on a reply's text.
   *
   * @param name for reports
   */
  record Check(String name, Predicate<String> holds) {}

  Expectation {
    codes = List.copyOf(codes);
    checks = List.copyOf(checks);
  }

  static Expectation of(int... codes) {
    return new Expectation(IntStream.of(codes).boxed().toList(), List.of());
  }

  Expectation withCodes(int... other) {
    if (other.length == 0) {
      throw new IllegalArgumentException("name one code or more that is expected");
    }
    return new Expectation(IntStream.of(other).boxed().toList(), checks);
  }

  Expectation with(Check check) {
    List<Check> all = new ArrayList<>(checks);
    all.add(check);
    return new Expectation(codes, all);
  }

  /**
   * What is wrong with a reply, in one of few phrases; empty when nothing is.
   *
   * @param text is asked for only when there are checks
   */
  Optional<String> complaint(int code, Supplier<String> text) {
    if (!codes.contains(code)) {
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
}
