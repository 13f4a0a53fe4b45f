package dev.etrn.suites.run;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;

/**
 * One time that a case was played.
 *
 * @param round which, from 1
 * @param verdict the weighed verdict
 * @param observed what came
 * @param nanos how long the experiment took
 * @param transcript what both ends saw; without any connection when the case was not played
 */
public record Attempt(
    int round, Verdict verdict, String observed, long nanos, Transcript transcript) {}
