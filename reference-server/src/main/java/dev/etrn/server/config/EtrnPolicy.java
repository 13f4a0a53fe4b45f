package dev.etrn.server.config;

/**
 * How ETRN is answered, as far as no keyword of a channel says it.
 *
 * @param dialect whose reading is followed where PMDF and its relatives differ
 * @param tellsCounts whether replies may say how much waits (251, 253); otherwise always 250, so
 *     that nobody learns a queue's depth (SEC-004)
 * @param countsRefused whether an ETRN that is refused counts to the session's limit too, which
 *     stops probing for names; by default only accepted ones count
 * @param refusesWhileRunning whether a request for what runs already is answered 458, as Exim does,
 *     instead of 250
 */
public record EtrnPolicy(
    Dialect dialect, boolean tellsCounts, boolean countsRefused, boolean refusesWhileRunning) {

  public static final EtrnPolicy STANDARD = new EtrnPolicy(Dialect.PMDF, true, false, false);
}
