package dev.etrn.suites.targets.profile;

/** The mechanisms of AUTH that the harness knows (RFC 4616, and the older LOGIN). */
public enum AuthMechanism {
  PLAIN,
  LOGIN
}
