package dev.etrn.suites.catalogue;

/** Something of the configuration without which a case is not applicable. */
public enum Need {
  PERMITTED("nodes.permitted"),
  SIBLING("nodes.sibling"),
  EMPTY("nodes.empty"),
  DENIED("nodes.denied"),
  UNKNOWN("nodes.unknown"),
  QUEUE("nodes.queue"),
  CONNECT_BACK("connectBack.listen"),
  SESSION_LIMIT("limits.etrnsPerSession"),
  TLS("target.tls"),
  LOGIN("auth.user"),
  /** The target says which channel keyword of PMDF it runs with; others have none. */
  KEYWORD("target.keyword"),
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
