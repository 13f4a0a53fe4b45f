package dev.etrn.load.measure;

import dev.etrn.load.measure.StepOutcome.Failed;
import dev.etrn.load.measure.StepOutcome.Replied;
import dev.etrn.load.measure.StepOutcome.Unreplied;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The tag under which the times of a step are kept.
 *
 * <p>Interval logs and {@code load.json} hold its text, such as {@code partners.ETRN.250}, {@code
 * partners.CONNECT.REFUSED}, {@code partners.RESPONSE.250} and {@code injector.LAG.partners}. Only
 * this class writes and reads that text.
 *
 * @param population the name of the users, as a word: what is not a letter, a digit or a hyphen
 *     becomes a hyphen, since a scenario of a user's own may have any name
 * @param span which part of the session was timed
 * @param step the step that was timed; ETRN where the span is RESPONSE, CONNECT where it is LAG
 * @param outcome how the step ended
 */
public record StepTag(String population, Span span, Step step, StepOutcome outcome) {

  /** The part of a session that a time covers. */
  public enum Span {
    /** The time from the write of a step to its end. */
    STEP,
    /** The time from the moment at which the session was due to the reply to ETRN. */
    RESPONSE,
    /** The time from the moment at which the session was due to its start. */
    LAG
  }

  private static final String INJECTOR = "injector";
  private static final Pattern NOT_OF_A_WORD = Pattern.compile("[^A-Za-z0-9-]+");

  public StepTag {
    population = NOT_OF_A_WORD.matcher(population).replaceAll("-");
  }

  /** Returns the tag of a step that ended. */
  public static StepTag of(StepResult result) {
    // An ETRN that is left unanswered on purpose is an ETRN.
    Step step = result.node() != null ? Step.ETRN : result.step();
    return new StepTag(result.scenario(), Span.STEP, step, StepOutcome.of(result));
  }

  /** Returns the tag of a reply to ETRN whose time counts from when its session was due. */
  public static StepTag ofResponse(StepResult result) {
    return new StepTag(result.scenario(), Span.RESPONSE, Step.ETRN, StepOutcome.of(result));
  }

  /** Returns the tag of the time by which sessions start late. */
  public static StepTag ofLag(String population) {
    return new StepTag(population, Span.LAG, Step.CONNECT, Unreplied.OK);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException when it is not a tag
   */
  public static StepTag parse(String text) {
    String[] parts = text.split("\\.", -1);
    Optional<StepTag> tag = parts.length == 3 ? of(parts[0], parts[1], parts[2]) : Optional.empty();
    return tag.filter(candidate -> candidate.text().equals(text))
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is not the tag of a load step"));
  }

  private static Optional<StepTag> of(String first, String name, String last) {
    // A population may be called "injector" as well, since no step is called LAG.
    if (first.equals(INJECTOR) && name.equals(Span.LAG.name())) {
      return Optional.of(ofLag(last));
    }
    boolean isResponse = name.equals(Span.RESPONSE.name());
    Span span = isResponse ? Span.RESPONSE : Span.STEP;
    return step(isResponse ? Step.ETRN.name() : name)
        .flatMap(
            step ->
                StepOutcome.parse(last).map(outcome -> new StepTag(first, span, step, outcome)));
  }

  private static Optional<Step> step(String name) {
    return Arrays.stream(Step.values()).filter(step -> step.name().equals(name)).findFirst();
  }

  /** Returns the tag as one string, which no other tag has. */
  public String text() {
    return span == Span.LAG
        ? INJECTOR + "." + stepName() + "." + population
        : population + "." + stepName() + "." + outcome.text();
  }

  /** Returns the name of the step, or of the span where it is not the step alone. */
  public String stepName() {
    return isStep() ? step.name() : span.name();
  }

  public boolean isOf(String population) {
    return this.population.equals(population);
  }

  /** Returns true for times of ETRN that count from its write. */
  public boolean isEtrn() {
    return isStep() && step == Step.ETRN;
  }

  /** Returns true for times of ETRN that count from when its session was due. */
  public boolean isResponse() {
    return span == Span.RESPONSE;
  }

  /** Returns true for times that count from the write of a step, whatever the step is. */
  public boolean isStep() {
    return span == Span.STEP;
  }

  /** Returns true for the time by which a session started late. */
  public boolean isLag() {
    return span == Span.LAG;
  }

  /** Returns the reply's code; empty when there was no reply. */
  public OptionalInt code() {
    return outcome instanceof Replied reply ? OptionalInt.of(reply.code()) : OptionalInt.empty();
  }

  public boolean hasCode(int code) {
    return outcome.equals(new Replied(code));
  }

  public boolean isAnswered() {
    return outcome instanceof Replied;
  }

  /** Returns true for a reply that says yes (2yz). */
  public boolean isPositive() {
    return outcome instanceof Replied reply && reply.code() / 100 == 2;
  }

  /** Returns true for a reply that accepts an ETRN. */
  public boolean isAccepted() {
    // ETRN-026: 250 to 253 say that it was accepted.
    return outcome instanceof Replied reply && reply.code() >= 250 && reply.code() <= 253;
  }

  /** Returns true for a command whose reply was not waited for. */
  public boolean isWritten() {
    return outcome == Unreplied.WRITTEN;
  }

  /** Returns true for a reply that says no (4yz, 5yz), and for an error. */
  public boolean isFailure() {
    return outcome instanceof Failed || (outcome instanceof Replied reply && reply.code() >= 400);
  }
}
