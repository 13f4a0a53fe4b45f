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

/** The builder of a client case, from its id to its judge. */
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
   * @param id an id such as {@code etrn.client.quit}
   * @param title a claim about a correct client, in one sentence
   */
  static ClientCaseBuilder of(String id, String title) {
    return new ClientCaseBuilder(id, title);
  }

  /** Sets the requirements that the case covers, the main one first. */
  ClientCaseBuilder covers(String... ids) {
    this.requirements = List.of(ids);
    return this;
  }

  /** Sets the description of what is accepted, in a few words. */
  ClientCaseBuilder expects(String expected) {
    this.expected = expected;
    return this;
  }

  ClientCaseBuilder needs(Ability... abilities) {
    this.abilities = Set.of(abilities);
    return this;
  }

  /** Sets a round for each plan, with the usual nodes. */
  ClientCaseBuilder plays(ScriptedServerPlan... plans) {
    return plays(profile -> Stream.of(plans).map(VisitPlan::of).toList());
  }

  ClientCaseBuilder plays(Function<ClientProfile, List<VisitPlan>> rounds) {
    this.rounds = rounds;
    return this;
  }

  /** Returns the case, judged if the client connected in every round. */
  ClientCase judgedWhenConnected(VisitsJudge judge) {
    return build(ClientJudges.whenConnected(requirements.get(0), judge));
  }

  /** Returns the case, judged even if the client did not connect, which may be correct. */
  ClientCase judgedEvenIfNotConnected(VisitsJudge judge) {
    return build(ClientJudges.evenIfNotConnected(requirements.get(0), judge));
  }

  private ClientCase build(Judge judge) {
    var info = new CaseInfo(id, 1, title, requirements, expected, Set.of(), false);
    return new ClientCase(info, abilities, rounds, judge);
  }
}
