package dev.etrn.suites.cases;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Judge;

/**
 * One experiment: what it says of itself, what it does, and how it is judged.
 *
 * @param info names, requirements and needs
 * @param script what is done on the wire
 * @param judge reads the transcript that the script made
 */
public record Case(CaseInfo info, Script script, Judge judge) implements Experiment {}
