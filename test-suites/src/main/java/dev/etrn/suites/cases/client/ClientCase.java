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
 * One experiment with a client: it is told to ask a few times, and each time the provider answers
 * in its own way.
 *
 * @param info names and requirements
 * @param abilities what the client must offer for the case to say anything
 * @param rounds what happens, given what is known of the client
 * @param judge reads the transcript
 */
public record ClientCase(
    CaseInfo info,
    Set<Ability> abilities,
    Function<ClientProfile, List<VisitPlan>> rounds,
    Judge judge)
    implements Experiment {

  /** The fact that a case was not played, with what it would need. */
  public static final String LACKS = "lacks-ability";

  public ClientCase {
    abilities = Set.copyOf(abilities);
  }
}
