package dev.etrn.reports.cli.option;

import java.time.Clock;

/** The source of the clock by which waivers expire; the root command implements it. */
public interface ClockSource {

  Clock clock();
}
