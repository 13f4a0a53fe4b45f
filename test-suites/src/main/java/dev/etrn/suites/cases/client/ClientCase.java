package dev.etrn.suites.cases.client;

import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.clients.ClientProfile;
import dev.etrn.suites.judge.Judge;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * An experiment with a client: it is told to ask a few times, and the provider answers differently
 * each time.
 *
 * @param info the case's names and requirements
 * @param abilities the abilities that a client needs for the case
 * @param rounds the plans of the visits for a client with this profile
 * @param judge the judge of the transcript
 */
public record ClientCase(
    CaseInfo info,
    Set<Ability> abilities,
    Function<ClientProfile, List<VisitPlan>> rounds,
    Judge judge)
    implements Experiment {

  public ClientCase {
    abilities = Set.copyOf(abilities);
  }
}
