package dev.etrn.reports.run.results;

import dev.etrn.reports.ToolInfo;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.waivers.Waivers;

/**
 * A run as {@code results.json} and its transcripts keep it.
 *
 * @param tool the version of the harness that recorded it
 * @param run the results
 * @param command the command of the run, without selections
 * @param waivers the waivers of the run
 */
public record Recording(ToolInfo tool, RunResult run, String command, Waivers waivers) {}
