package dev.etrn.suites.inquiry.role;

/**
 * A key of {@code etrn.yaml} that the target does not behave by.
 *
 * @param key such as {@code nodes.denied}
 * @param text what the target does instead, in one sentence without a full stop
 */
public record RoleMisfit(String key, String text) {}
