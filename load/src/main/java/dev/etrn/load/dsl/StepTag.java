package dev.etrn.load.dsl;

import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepResult;

/** The tags by which times are kept: the users, the step, and how it ended. */
public final class StepTag {

  private StepTag() {}

  /** Such as {@code partners.ETRN.250} or {@code partners.CONNECT.REFUSED}. */
  public static String of(StepResult step) {
    // An ETRN that is left unanswered on purpose is an ETRN.
    Step name = step.node() != null ? Step.ETRN : step.step();
    return word(step.scenario()) + "." + name + "." + end(step);
  }

  /** The time of a reply that counts from when its session was due. */
  public static String ofResponse(StepResult step) {
    return word(step.scenario()) + ".RESPONSE." + step.code();
  }

  /** A scenario of a user's own may have any name. */
  private static String word(String scenario) {
    return scenario.replaceAll("[^A-Za-z0-9-]+", "-");
  }

  private static String end(StepResult step) {
    if (step.error() != null) {
      return step.error().name();
    } else if (step.code() != 0) {
      return Integer.toString(step.code());
    }
    return step.step() == Step.DROP ? "WRITTEN" : "OK";
  }
}
