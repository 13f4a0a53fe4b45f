package dev.etrn.suites.catalogue;

/** A need of a case: a part of the configuration without which the case is not applicable. */
public enum Need {
  PERMITTED("nodes.permitted"),
  SIBLING("nodes.sibling"),
  EMPTY("nodes.empty"),
  DENIED("nodes.denied"),
  UNKNOWN("nodes.unknown"),
  QUEUE("nodes.queue"),
  SIMILAR("nodes.similar"),
  CONNECT_BACK("connectBack.listen"),
  SESSION_LIMIT("limits.etrnsPerSession"),
  TLS("target.tls"),
  LOGIN("auth.user"),
  /** A target that is declared to run with a channel keyword of PMDF. */
  KEYWORD("target.keyword"),
  /** A target that honours {@code ETRN @node}, as it does by default. */
  SUBTREE_FORM("subtree in target.forms"),
  /** A run that may take long or be heavy: the case runs only if --select names its whole id. */
  SLOW("--select");

  private final String key;

  Need(String key) {
    this.key = key;
  }

  /** Returns the key of etrn.yaml, or the option, that satisfies this need. */
  public String key() {
    return key;
  }
}
