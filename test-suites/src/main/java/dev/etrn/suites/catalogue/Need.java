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
  SESSION_LIMIT("limits.etrnsPerSession");

  private final String key;

  Need(String key) {
    this.key = key;
  }

  /** The key of etrn.yaml that satisfies this need. */
  public String key() {
    return key;
  }
}
