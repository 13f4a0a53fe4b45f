package dev.etrn.suites.run.client;

import dev.etrn.suites.cases.client.ClientCase;
import dev.etrn.suites.clients.ClientTarget;
import dev.etrn.suites.judge.Profile;
import java.util.List;

/**
 * What to run against a client.
 *
 * @param target which client
 * @param cases in the order in which they are played and reported
 * @param profile how findings are weighed
 */
public record ClientPlan(ClientTarget target, List<ClientCase> cases, Profile profile) {

  public ClientPlan {
    cases = List.copyOf(cases);
  }
}
