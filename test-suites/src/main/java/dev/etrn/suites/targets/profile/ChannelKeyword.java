package dev.etrn.suites.targets.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a target in the tradition of PMDF does with ETRN ({@code target.keyword}); only such a
 * target has one.
 */
public enum ChannelKeyword {
  ALLOWETRN,
  SILENTETRN,
  DOMAINETRN,
  DISABLEETRN;

  /** The keyword as it stands in a channel block. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ChannelKeyword> parse(String text) {
    return Arrays.stream(values()).filter(k -> k.text().equals(text)).findFirst();
  }
}
