package dev.etrn.suites.run.plan;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.SessionRules;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.wire.client.ConnectionRate;
import java.util.List;

/**
 * The plan of a run.
 *
 * @param target the server under test
 * @param cases the cases, in the order in which they are reported
 * @param profile the profile that weighs findings
 * @param seed the seed of random values, such as the tokens of messages
 * @param rounds the number of times that all cases are played
 * @param rate the rate of connections to the target
 * @param bounds the latest end of the run, and whether cases are tried again
 */
public record RunPlan(
    Target target,
    List<Case> cases,
    Profile profile,
    long seed,
    int rounds,
    ConnectionRate rate,
    RunBounds bounds) {

  public RunPlan {
    cases = List.copyOf(cases);
    if (rounds < 1) {
      throw new IllegalArgumentException("a run has at least one round");
    }
  }

  /**
   * Returns the cases that have a script; if only rules of every session are selected, all cases
   * that are played by default.
   */
  public List<Case> played() {
    List<Case> scripted =
        cases.stream().filter(testCase -> !testCase.info().isInvariant()).toList();
    return scripted.isEmpty()
        ? CaseSelection.everything().of(Cases.all()).stream()
            .filter(testCase -> !testCase.info().isInvariant())
            .toList()
        : scripted;
  }

  /** Returns the rules of every session that are reported. */
  public List<SessionRule> rules() {
    return cases.stream()
        .flatMap(testCase -> SessionRules.find(testCase.info().id()).stream())
        .toList();
  }

  /** Returns the number of cases played and rules judged, over all rounds. */
  public int steps() {
    return played().size() * rounds + rules().size();
  }

  /** A plan without an end. */
  public RunPlan(
      Target target,
      List<Case> cases,
      Profile profile,
      long seed,
      int rounds,
      ConnectionRate rate) {
    this(target, cases, profile, seed, rounds, rate, RunBounds.NONE);
  }

  /** Returns a copy with other bounds. */
  public RunPlan with(RunBounds other) {
    return new RunPlan(target, cases, profile, seed, rounds, rate, other);
  }

  /** A plan that plays each case once, as fast as possible. */
  public RunPlan(Target target, List<Case> cases, Profile profile, long seed) {
    this(target, cases, profile, seed, 1, ConnectionRate.unlimited());
  }
}
