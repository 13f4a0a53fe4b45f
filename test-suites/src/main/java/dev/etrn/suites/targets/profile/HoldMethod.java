package dev.etrn.suites.targets.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The means that keep a target from delivering mail before ETRN asks for it. */
public enum HoldMethod {
  /** The target's configuration holds the mail. */
  CONFIGURED,
  /**
   * The sink refuses each message once when it comes in; the target then waits long before it
   * retries.
   */
  REFUSED;

  public static Optional<HoldMethod> parse(String word) {
    return Arrays.stream(values())
        .filter(method -> method.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
