package dev.etrn.suites.catalogue;

import java.util.Optional;

/**
 * One sentence of a specification in our words.
 *
 * @param id stable, such as {@code ETRN-038}
 * @param level how strongly it is asked for
 * @param strictness what breaking it amounts to
 * @param spec where it stands, such as {@code RFC 1985 section 7}
 * @param sentence the requirement, in our words
 * @param untestable why no case covers it, when none does
 */
public record Requirement(
    String id,
    Level level,
    Strictness strictness,
    String spec,
    String sentence,
    Optional<String> untestable) {}
