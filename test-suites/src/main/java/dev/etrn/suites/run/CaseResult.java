package dev.etrn.suites.run;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;

/**
 * What became of one case in one run.
 *
 * @param info the case
 * @param verdict the weighed verdict
 * @param observed what came
 * @param nanos how long the experiment took
 * @param transcript what both ends saw; empty of events when the case was not played
 */
public record CaseResult(
    CaseInfo info, Verdict verdict, String observed, long nanos, Transcript transcript) {}
