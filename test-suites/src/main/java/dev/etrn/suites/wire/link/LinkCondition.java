package dev.etrn.suites.wire.link;

import dev.etrn.suites.transcript.Octets;
import java.time.Duration;

/** How the network between two ends is: those who connect, and those who are connected to. */
public sealed interface LinkCondition {

  /** In a few words, such as {@code 100 ms in each direction}. */
  String words();

  /** It carries everything at once. */
  record Sound() implements LinkCondition {
    @Override
    public String words() {
      return "sound";
    }
  }

  /** It carries everything, and takes this long in each direction. */
  record Latency(Duration eachWay) implements LinkCondition {
    @Override
    public String words() {
      return eachWay.toMillis() + " ms in each direction";
    }
  }

  /**
   * It breaks once: under the first connection that comes so far. Others are carried soundly.
   *
   * @param octets of those who connect, after which it breaks; one char is one octet
   * @param moment when exactly
   * @param how what the one who connected notices of it
   */
  record Break(String octets, Moment moment, How how) implements LinkCondition {
    @Override
    public String words() {
      return (how == How.RESET ? "reset" : "silent")
          + " once '"
          + Octets.of(octets).escaped()
          + (moment == Moment.PASSED ? "' has passed" : "' is answered");
    }
  }

  /** When a {@link Break} comes. */
  enum Moment {
    /** The octets have passed, and nothing after them does. */
    PASSED,
    /** The octets and what is behind them have passed; the answer to them does not. */
    ANSWERED
  }

  /** What a {@link Break} looks like. */
  enum How {
    /** The connection is reset (RST) at both ends. */
    RESET,
    /** No octet passes any more, and neither end is told: no FIN, no RST. */
    SILENCE
  }
}
