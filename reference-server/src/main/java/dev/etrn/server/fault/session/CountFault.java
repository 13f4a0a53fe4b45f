package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;

import dev.etrn.server.etrn.EtrnCounter;
import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import java.util.Set;
import java.util.function.Supplier;

/** The faults in the count of ETRNs during a session. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum CountFault implements WireFault {
  RSET_GIVES_NEW_ETRNS(
      GRAVE,
      "resets the count of ETRNs with RSET and EHLO",
      () -> new CountsAnew(Set.of("RSET", "EHLO")),
      "PMDF-042",
      "PMDF-012",
      "SEC-040",
      "DECL-004"),
  RSET_BEGINS_THE_COUNT_ANEW(
      GRAVE,
      "resets the count of ETRNs with RSET",
      () -> new CountsAnew(Set.of("RSET")),
      "PMDF-042",
      "PMDF-012",
      "DECL-004"),
  EHLO_BEGINS_THE_COUNT_ANEW(
      GRAVE,
      "resets the count of ETRNs with EHLO",
      () -> new CountsAnew(Set.of("EHLO")),
      "PMDF-042",
      "PMDF-012",
      "DECL-004"),
  HELO_BEGINS_THE_COUNT_ANEW(
      GRAVE,
      "resets the count of ETRNs with HELO",
      () -> new CountsAnew(Set.of("HELO")),
      "PMDF-042",
      "PMDF-012",
      "DECL-004"),
  STARTTLS_BEGINS_THE_COUNT_ANEW(
      GRAVE,
      "resets the count of ETRNs with STARTTLS",
      () -> new CountsAnew(Set.of("STARTTLS")),
      "PMDF-042",
      "PMDF-012",
      "DECL-004"),
  AUTH_BEGINS_THE_COUNT_ANEW(
      GRAVE,
      "resets the count of ETRNs with AUTH",
      () -> new CountsAnew(Set.of("AUTH")),
      "PMDF-042",
      "PMDF-012",
      "DECL-004");

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  CountFault(
      Harm harm, String sentence, Supplier<SessionInterceptor> interceptor, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, interceptor, breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  private static final class CountsAnew implements SessionInterceptor {
    private final Set<String> verbs;
    private EtrnCounter tally = new EtrnCounter();

    CountsAnew(Set<String> verbs) {
      this.verbs = verbs;
    }

    @Override
    public void line(String line, Wire wire) {
      if (verbs.contains(ReplyFault.verb(line))) {
        tally = new EtrnCounter();
      }
      wire.pass(line);
    }

    @Override
    public EtrnHandler faultyHandler(EtrnHandler correct) {
      return (argument, client, inTransaction, accepted) ->
          correct.decide(argument, client, inTransaction, tally);
    }
  }
}
