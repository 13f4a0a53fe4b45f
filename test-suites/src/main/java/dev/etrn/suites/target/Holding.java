package dev.etrn.suites.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What keeps a target from delivering mail before ETRN asks for it. */
public enum Holding {
  /** Its configuration. */
  CONFIGURED,
  /** The sink refuses each message once when it comes in; the target then waits for long. */
  REFUSED;

  static Optional<Holding> parse(String word) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
