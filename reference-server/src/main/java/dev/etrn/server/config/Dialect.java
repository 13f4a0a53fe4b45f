package dev.etrn.server.config;

import dev.etrn.server.config.channel.EtrnMode;

/**
 * The product whose reading of the ETRN keywords applies where PMDF and its relatives differ.
 *
 * <p>Sources: PMDF System Manager's Guide, sections 2.3.4.34 and 21.1.2, and its section on dial-up
 * lines in several editions; Messaging Server's reference on ALLOW_ETRNS_PER_SESSION and the ETRN
 * keywords; Sun Java System Messaging Server 6.3 Administration Guide.
 */
public enum Dialect {
  /** PMDF 6.8: a name means the mail for that name, {@code @} the names below it. */
  PMDF(false, false, false, false, EtrnMode.SILENT, OverLimit.TRY_LATER),

  /** PMDF-009: earlier editions run the whole channel that the name is routed to. */
  PMDF_BEFORE_6_8(true, false, false, false, EtrnMode.SILENT, OverLimit.TRY_LATER),

  /** PMDF-010: {@code @} runs the channel; PMDF-003: domainetrn takes a bare domain too. */
  MESSAGING_SERVER(false, true, true, false, EtrnMode.SILENT, OverLimit.TRY_LATER_BY_POLICY),

  /**
   * Like Messaging Server, and: no keyword means allowetrn (PMDF-005), blocketrn counts on the
   * incoming channel too (PMDF-006), and an ETRN over the limit is refused permanently (PMDF-013).
   */
  SUN_6_3(false, true, true, true, EtrnMode.ALLOW, OverLimit.NEVER);

  /** The reply to an ETRN over the session's limit (PMDF-013). */
  public enum OverLimit {
    /** 458 4.5.0: PMDF documents no code; this one is RFC 1985's own and invites a retry. */
    TRY_LATER,
    /** 458 4.7.1, Messaging Server from 7.0.5 on. */
    TRY_LATER_BY_POLICY,
    /** 550 5.7.1, Messaging Server before 7.0.5. */
    NEVER
  }

  private final boolean nodeRunsChannel;
  private final boolean subtreeRunsChannel;
  private final boolean domainTakesPlain;
  private final boolean blocksIncoming;
  private final EtrnMode withoutKeyword;
  private final OverLimit overLimit;

  Dialect(
      boolean nodeRunsChannel,
      boolean subtreeRunsChannel,
      boolean domainTakesPlain,
      boolean blocksIncoming,
      EtrnMode withoutKeyword,
      OverLimit overLimit) {
    this.nodeRunsChannel = nodeRunsChannel;
    this.subtreeRunsChannel = subtreeRunsChannel;
    this.domainTakesPlain = domainTakesPlain;
    this.blocksIncoming = blocksIncoming;
    this.withoutKeyword = withoutKeyword;
    this.overLimit = overLimit;
  }

  /**
   * Returns true if {@code ETRN host} runs the whole channel that the host is routed to (PMDF-009).
   */
  public boolean nodeRunsChannel() {
    return nodeRunsChannel;
  }

  /**
   * Returns true if {@code ETRN @host} runs the whole channel that the host is routed to
   * (PMDF-010).
   */
  public boolean subtreeRunsChannel() {
    return subtreeRunsChannel;
  }

  /**
   * Returns true if domainetrn honours {@code ETRN domain} as well as {@code ETRN @domain}
   * (PMDF-003).
   */
  public boolean domainTakesPlain() {
    return domainTakesPlain;
  }

  /**
   * Returns true if blocketrn on the channel that a session runs as refuses every ETRN (PMDF-006).
   */
  public boolean blocksIncoming() {
    return blocksIncoming;
  }

  /** Returns the mode of a channel without any of the keywords (PMDF-005). */
  public EtrnMode withoutKeyword() {
    return withoutKeyword;
  }

  public OverLimit overLimit() {
    return overLimit;
  }
}
