package dev.etrn.suites.judge;

/**
 * The weighed result of one case.
 *
 * @param verdict the most serious consequence of the findings
 * @param observed what came, in one or a few sentences
 */
public record Outcome(Verdict verdict, String observed) {}
