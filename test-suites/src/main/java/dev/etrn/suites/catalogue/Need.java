package dev.etrn.suites.catalogue;

/** Something of the configuration without which a case is not applicable. */
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
  /** The target says which channel keyword of PMDF it runs with; others have none. */
  KEYWORD("target.keyword"),
  /** The target honours {@code ETRN @node}; all do that are not said to do otherwise. */
  SUBTREE_FORM("subtree in target.forms"),
  /** It takes long, or is heavy: it runs only when --select names it whole. */
  PATIENCE("--select");

  private final String key;

  Need(String key) {
    this.key = key;
  }

  /** The key of etrn.yaml (or the option) that satisfies this need. */
  public String key() {
    return key;
  }
}
