package dev.etrn.server.config.channel;

/** The ETRN mode of the channel that a session runs as; PMDF's keywords on an incoming channel. */
public enum EtrnMode {
  /** PMDF-001, {@code allowetrn}: honours all, and names the channel in the reply. */
  ALLOW,
  /** PMDF-002, {@code silentetrn}, and PMDF-005, no keyword: honours all, names no channel. */
  SILENT,
  /** PMDF-003, {@code domainetrn}: honours only {@code ETRN @domain}, names no channel. */
  DOMAIN,
  /** PMDF-004, {@code disableetrn}: not announced, not honoured. */
  DISABLE
}
