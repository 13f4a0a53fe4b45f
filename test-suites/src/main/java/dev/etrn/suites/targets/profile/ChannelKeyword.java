package dev.etrn.suites.targets.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The channel keyword for ETRN ({@code target.keyword}) of a target in the tradition of PMDF; other
 * targets have none.
 */
public enum ChannelKeyword {
  ALLOWETRN,
  SILENTETRN,
  DOMAINETRN,
  DISABLEETRN;

  /** Returns the keyword as it stands in a channel block. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ChannelKeyword> parse(String text) {
    return Arrays.stream(values()).filter(keyword -> keyword.text().equals(text)).findFirst();
  }
}
