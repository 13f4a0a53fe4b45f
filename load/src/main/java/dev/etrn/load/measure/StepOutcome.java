package dev.etrn.load.measure;

import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepError;
import dev.etrn.load.protocol.StepResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The end of a step: a reply, an error, or neither where no reply is due. */
public sealed interface StepOutcome {

  /** Returns a word without a dot: {@code 250}, {@code TIMEOUT}, {@code OK}, {@code WRITTEN}. */
  String text();

  /**
   * A reply.
   *
   * @param code three digits
   */
  record Replied(int code) implements StepOutcome {

    public Replied {
      if (code < 100 || code > 999) {
        throw new IllegalArgumentException(code + " is not a reply code");
      }
    }

    @Override
    public String text() {
      return Integer.toString(code);
    }
  }

  /** A step that got no reply though one was due. */
  record Failed(StepError error) implements StepOutcome {

    @Override
    public String text() {
      return error.name();
    }
  }

  /** A step without a reply. */
  enum Unreplied implements StepOutcome {
    /** The step has no reply, as a connection or a handshake. */
    OK,
    /** A command was written, and the connection reset without waiting for the reply. */
    WRITTEN;

    @Override
    public String text() {
      return name();
    }
  }

  /** Returns the outcome of a step. */
  static StepOutcome of(StepResult step) {
    if (step.error() != null) {
      return new Failed(step.error());
    } else if (step.code() != 0) {
      return new Replied(step.code());
    }
    return step.step() == Step.DROP ? Unreplied.WRITTEN : Unreplied.OK;
  }

  /** Reads what {@link #text()} wrote; empty when it is not an outcome. */
  static Optional<StepOutcome> parse(String text) {
    Stream<StepOutcome> failed = Arrays.stream(StepError.values()).map(Failed::new);
    return Stream.concat(Arrays.stream(Unreplied.values()), failed)
        .filter(outcome -> outcome.text().equals(text))
        .findFirst()
        .or(() -> reply(text));
  }

  private static Optional<StepOutcome> reply(String text) {
    try {
      return Optional.of(new Replied(Integer.parseInt(text)));
    } catch (IllegalArgumentException e) {
      // It is not a number, or a number that is not a code.
      return Optional.empty();
    }
  }
}
