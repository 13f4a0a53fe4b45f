package dev.etrn.suites.cases.client;

import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.List;
import java.util.stream.Stream;

/** The list of all cases for clients, in the order in which they are played and reported. */
public final class ClientCases {

  private static final List<ClientCase> ALL =
      Stream.of(
              OfferCases.all(),
              ListCases.all(),
              DialogueCases.all(),
              ClientNameCases.all(),
              MailCases.all(),
              ExitCases.all())
          .flatMap(List::stream)
          .toList();

  private ClientCases() {}

  public static List<ClientCase> all() {
    return ALL;
  }

  /**
   * Returns the plan of the first visit, in which everything succeeds; see {@link BaselineVisit}.
   */
  public static VisitPlan first() {
    return VisitPlan.of(ScriptedServerPlan.offering("ETRN", "PIPELINING", "SIZE 10485760"));
  }
}
