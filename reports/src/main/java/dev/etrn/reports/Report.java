package dev.etrn.reports;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.run.RunResult;

/**
 * A run and how it was called; what every rendering is made of.
 *
 * @param tool what made it
 * @param run what came out
 * @param command how the run was called, without selections, such as {@code ./etrn verify --target
 *     mta:postfix}
 */
public record Report(ToolInfo tool, RunResult run, String command) {

  /** The command that repeats one case. */
  public String replay(CaseResult result) {
    return command + " --select " + result.info().id();
  }

  /** Where the transcript of a case stands, relative to the report. */
  public static String transcriptPath(CaseInfo info) {
    return "transcripts/" + info.id() + ".txt";
  }
}
