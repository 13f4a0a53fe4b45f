package dev.etrn.suites.targets.profile;

/** The sessions in which the harness authenticates. */
public enum LoginUse {
  /** Only those of cases about AUTH. */
  WHEN_ASKED,
  /** Every session in which the target announces AUTH. */
  ALWAYS
}
