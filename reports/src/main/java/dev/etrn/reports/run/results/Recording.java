package dev.etrn.reports.run.results;

import dev.etrn.reports.ToolInfo;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.waivers.Waivers;

/**
 * A run as {@code results.json} and its transcripts keep it.
 *
 * @param tool what made it
 * @param run what came out
 * @param command how it was called, without selections
 * @param waivers that were given
 */
public record Recording(ToolInfo tool, RunResult run, String command, Waivers waivers) {}
