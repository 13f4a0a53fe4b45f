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
 * What to run.
 *
 * @param target against which server
 * @param cases in the order in which they are reported
 * @param profile how findings are weighed
 * @param seed of whatever is drawn by chance, such as the tokens of messages
 * @param rounds how often all cases are played, one round after the other
 * @param rate how many connections to the target may be opened
 * @param bounds when it ends at the latest, and what is played twice
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
   * The cases that have a script. Where rules of every session are all that is asked for, these are
   * the cases that are played without being named.
   */
  public List<Case> played() {
    List<Case> scripted = cases.stream().filter(one -> !one.info().isInvariant()).toList();
    return scripted.isEmpty()
        ? CaseSelection.everything().of(Cases.all()).stream()
            .filter(one -> !one.info().isInvariant())
            .toList()
        : scripted;
  }

  /** The rules of every session that are reported. */
  public List<SessionRule> rules() {
    return cases.stream().flatMap(one -> SessionRules.find(one.info().id()).stream()).toList();
  }

  /** How many cases are played and rules judged, over all rounds. */
  public int steps() {
    return played().size() * rounds + rules().size();
  }

  /** Without an end. */
  public RunPlan(
      Target target,
      List<Case> cases,
      Profile profile,
      long seed,
      int rounds,
      ConnectionRate rate) {
    this(target, cases, profile, seed, rounds, rate, RunBounds.NONE);
  }

  /** The same with other bounds. */
  public RunPlan with(RunBounds other) {
    return new RunPlan(target, cases, profile, seed, rounds, rate, other);
  }

  /** Each case once, as fast as it goes. */
  public RunPlan(Target target, List<Case> cases, Profile profile, long seed) {
    this(target, cases, profile, seed, 1, ConnectionRate.unlimited());
  }
}
