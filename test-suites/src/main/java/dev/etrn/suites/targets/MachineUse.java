package dev.etrn.suites.targets;

import java.time.Duration;

/**
 * What a target has used of the machine.
 *
 * @param cpu since it was started
 * @param residentBytes its memory now, without what is only cached of files
 */
public record MachineUse(Duration cpu, long residentBytes) {}
