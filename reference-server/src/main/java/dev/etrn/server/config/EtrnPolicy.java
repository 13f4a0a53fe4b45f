package dev.etrn.server.config;

/**
 * The policy for ETRN replies where no channel keyword decides.
 *
 * @param dialect the reading that applies where PMDF and its relatives differ
 * @param tellsCounts true if replies may say how much mail waits (251, 253); otherwise always 250,
 *     so that nobody learns a queue's depth (SEC-004)
 * @param countsRefused true if a refused ETRN counts toward the session's limit too, which stops
 *     probing for names; by default only accepted ETRNs count
 * @param refusesWhileRunning true if a request for a queue that already runs is answered 458, as
 *     Exim does, instead of 250
 */
public record EtrnPolicy(
    Dialect dialect, boolean tellsCounts, boolean countsRefused, boolean refusesWhileRunning) {

  public static final EtrnPolicy STANDARD = new EtrnPolicy(Dialect.PMDF, true, false, false);
}
