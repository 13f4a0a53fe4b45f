package dev.etrn.suites.cases.client;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.clients.ClientProfile;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a client case down, from its id to its judge. */
final class ClientCaseBuilder {

  private final String id;
  private final String title;
  private List<String> requirements = List.of();
  private String expected = "";
  private Set<Ability> abilities = Set.of();
  private Function<ClientProfile, List<VisitPlan>> rounds = profile -> List.of();

  private ClientCaseBuilder(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /**
   * @param id such as {@code etrn.client.quit}
   * @param title one sentence: what a correct client does
   */
  static ClientCaseBuilder of(String id, String title) {
    return new ClientCaseBuilder(id, title);
  }

  /** The main requirement first. */
  ClientCaseBuilder covers(String... ids) {
    this.requirements = List.of(ids);
    return this;
  }

  /** What is accepted, in a few words. */
  ClientCaseBuilder expects(String what) {
    this.expected = what;
    return this;
  }

  ClientCaseBuilder needs(Ability... wanted) {
    this.abilities = Set.of(wanted);
    return this;
  }

  /** A round with the usual nodes for each plan. */
  ClientCaseBuilder plays(ScriptedServerPlan... plans) {
    return plays(profile -> Stream.of(plans).map(VisitPlan::of).toList());
  }

  ClientCaseBuilder plays(Function<ClientProfile, List<VisitPlan>> how) {
    this.rounds = how;
    return this;
  }

  /** Judged when the client came in every round. */
  ClientCase judgedBy(VisitsJudge judge) {
    return with(ClientJudges.cameEachTime(requirements.get(0), judge));
  }

  /** Judged even when the client did not connect, which may be right. */
  ClientCase judgedAtHome(VisitsJudge judge) {
    return with(ClientJudges.whetherItCameOrNot(requirements.get(0), judge));
  }

  private ClientCase with(Judge judge) {
    var info = new CaseInfo(id, 1, title, requirements, expected, Set.of(), false);
    return new ClientCase(info, abilities, rounds, judge);
  }
}
