package dev.etrn.suites.targets.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What keeps a target from delivering mail before ETRN asks for it. */
public enum HoldMethod {
  /** Its configuration. */
  CONFIGURED,
  /** The sink refuses each message once when it comes in; the target then waits for long. */
  REFUSED;

  public static Optional<HoldMethod> parse(String word) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
