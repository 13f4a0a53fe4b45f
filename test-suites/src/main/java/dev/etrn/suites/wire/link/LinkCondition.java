package dev.etrn.suites.wire.link;

import dev.etrn.suites.transcript.Octets;
import java.time.Duration;

/** The condition of the network between two ends: the connecting one and the accepting one. */
public sealed interface LinkCondition {

  /** Returns a few words, such as {@code 100 ms in each direction}. */
  String words();

  /** A network that carries everything at once. */
  record Sound() implements LinkCondition {
    @Override
    public String words() {
      return "sound";
    }
  }

  /** A network that carries everything with this delay in each direction. */
  record Latency(Duration eachWay) implements LinkCondition {
    @Override
    public String words() {
      return eachWay.toMillis() + " ms in each direction";
    }
  }

  /**
   * A network that breaks once, under the first connection that carries these octets. Other
   * connections are not affected.
   *
   * @param octets the octets of the connecting end after which it breaks; one char is one octet
   * @param moment the exact moment
   * @param effect the effect that the connecting end notices
   */
  record Break(String octets, Moment moment, Effect effect) implements LinkCondition {
    @Override
    public String words() {
      return (effect == Effect.RESET ? "reset" : "silent")
          + " once '"
          + Octets.of(octets).escaped()
          + (moment == Moment.PASSED ? "' has passed" : "' is answered");
    }
  }

  /** The moment of a {@link Break}. */
  enum Moment {
    /** The octets pass, and nothing after them. */
    PASSED,
    /** The octets and those after them pass, but the answer does not. */
    ANSWERED
  }

  /** The effect of a {@link Break}. */
  enum Effect {
    /** The connection is reset (RST) at both ends. */
    RESET,
    /** No octet passes any more, without FIN or RST to either end. */
    SILENCE
  }
}
