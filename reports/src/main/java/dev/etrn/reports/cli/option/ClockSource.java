package dev.etrn.reports.cli.option;

import java.time.Clock;

/** The source of the time by which waivers expire: the root of the command line. */
public interface ClockSource {

  Clock clock();
}
