package dev.etrn.suites.inquiry.role;

import java.util.Locale;

/** The roles that names have in {@code nodes} of etrn.yaml. */
public enum NodeRole {
  PERMITTED("this client may release it"),
  SIBLING("another partner: its mail must not move"),
  EMPTY("permitted, never any mail"),
  DENIED("known to the server, refused to this client"),
  UNKNOWN("the server knows nothing of it");

  private final String meaning;

  NodeRole(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the key of etrn.yaml. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String meaning() {
    return meaning;
  }
}
