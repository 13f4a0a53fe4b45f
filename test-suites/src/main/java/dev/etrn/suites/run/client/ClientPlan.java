package dev.etrn.suites.run.client;

import dev.etrn.suites.cases.client.ClientCase;
import dev.etrn.suites.clients.ClientTarget;
import dev.etrn.suites.judge.Profile;
import java.util.List;

/**
 * The plan of a run against a client.
 *
 * @param target the client
 * @param cases the cases, in the order in which they are played and reported
 * @param profile the profile that weighs findings
 */
public record ClientPlan(ClientTarget target, List<ClientCase> cases, Profile profile) {

  public ClientPlan {
    cases = List.copyOf(cases);
  }
}
