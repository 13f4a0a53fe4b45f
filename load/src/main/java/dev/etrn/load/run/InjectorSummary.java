package dev.etrn.load.run;

/**
 * What an injector says of itself when it ends.
 *
 * @param startMillis when it began, in milliseconds since 1970
 * @param began how many sessions it began
 * @param ended how many of them came to their end, whatever that was
 * @param steps how many steps it recorded in its log
 * @param engineExit the exit code of the load engine: 0, or 2 when assertions failed, or 1
 * @param cut why it ended before its time; the empty string when it did not
 */
public record InjectorSummary(
    long startMillis, long began, long ended, long steps, int engineExit, String cut) {}
