package dev.etrn.suites.inquiry.role;

/**
 * A key of {@code etrn.yaml} that does not match the target's behaviour.
 *
 * @param key the key, such as {@code nodes.denied}
 * @param text the target's actual behaviour, in one sentence without a full stop
 */
public record RoleMisfit(String key, String text) {}
