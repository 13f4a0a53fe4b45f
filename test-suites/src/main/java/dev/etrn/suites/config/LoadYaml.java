package dev.etrn.suites.config;

import dev.etrn.suites.targets.profile.LoadTerms;
import java.util.List;

/** The part {@code load} of etrn.yaml. */
public final class LoadYaml {

  private static final List<String> KEYS = List.of("thresholds");

  private LoadYaml() {}

  public static LoadTerms of(YamlMapping root) throws HarnessConfigurationException {
    return new LoadTerms(root.part("load", KEYS).words("thresholds"));
  }
}
