package dev.etrn.suites.targets.profile;

import java.util.List;

/**
 * The terms of a load run.
 *
 * @param thresholds the default thresholds, such as {@code p99<5ms}
 */
public record LoadTerms(List<String> thresholds) {

  /** The terms of a target that sets none. */
  public static final LoadTerms NONE = new LoadTerms(List.of());

  public LoadTerms {
    thresholds = List.copyOf(thresholds);
  }
}
