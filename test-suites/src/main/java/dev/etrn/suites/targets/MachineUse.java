package dev.etrn.suites.targets;

import java.time.Duration;

/**
 * The machine resources that a target has used.
 *
 * @param cpu the processor time since its start
 * @param residentBytes its memory now, without the cache of files
 */
public record MachineUse(Duration cpu, long residentBytes) {}
