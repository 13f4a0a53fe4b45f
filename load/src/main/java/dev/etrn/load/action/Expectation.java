package dev.etrn.load.action;

import dev.etrn.load.protocol.Outcome;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which replies are right.
 *
 * @param codes empty for any below 400
 * @param text what the first line has to be like, without its code
 * @param isSilent whether Gatling's own log hears nothing of it
 */
public record Expectation(Set<Integer> codes, Predicate<String> text, boolean isSilent) {

  /** Any positive reply; logged. */
  public static final Expectation POSITIVE = new Expectation(Set.of(), text -> true, false);

  public Expectation {
    codes = Set.copyOf(codes);
  }

  boolean isMetBy(Outcome outcome) {
    if (outcome.equals(Outcome.WRITTEN)) {
      return true;
    }
    boolean isCode = codes.isEmpty() ? outcome.code() < 400 : codes.contains(outcome.code());
    return outcome.isReply() && isCode && text.test(outcome.text());
  }
}
