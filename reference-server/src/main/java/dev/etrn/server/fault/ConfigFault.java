package dev.etrn.server.fault;

import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.EtrnRights;
import dev.etrn.server.config.Security;
import dev.etrn.server.config.Security.Demand;
import dev.etrn.server.config.ServerConfig;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Faults that a correct server shows when it is told the wrong thing. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum ConfigFault implements Fault {
  LETS_EVERYBODY_RELEASE(
      "lets every client release every node that it knows",
      config -> config.withRights(EtrnRights.EVERYBODY),
      "ETRN-019",
      "ETRN-020",
      "ETRN-036",
      "ETRN-050",
      "AUTH-003",
      "SEC-002",
      "SEC-004",
      "SEC-005"),
  HAS_NO_LIMIT(
      "takes any number of ETRNs in a session",
      config ->
          config.withIncoming(
              config
                  .incoming()
                  .accepting(
                      config.incoming().etrn(), config.incoming().options().withoutEtrnLimit())),
      "PMDF-012",
      "PMDF-040",
      "PMDF-042"),
  HAS_ENDLESS_PATIENCE(
      "answers any number of bad lines",
      config -> config.withLimits(config.limits().withRefusals(Integer.MAX_VALUE)),
      "SEC-032"),
  HAS_LITTLE_PATIENCE(
      "ends sessions that say nothing for ten seconds",
      config -> config.withLimits(config.limits().withIdle(Duration.ofSeconds(10))),
      "SMTP-029"),
  ALLOWS_WHATEVER_THE_KEYWORD(
      "acts as with allowetrn, whatever keyword its channel has",
      config ->
          config.withIncoming(
              config.incoming().accepting(EtrnMode.ALLOW, config.incoming().options())),
      "PMDF-002",
      "PMDF-003",
      "PMDF-004"),
  DEMANDS_NO_TLS(
      "does without TLS where it was told to demand it",
      config -> config.withSecurity(offeringOnly(config.security())),
      "TLS-001");

  private final Described<UnaryOperator<ServerConfig>> described;

  ConfigFault(String sentence, UnaryOperator<ServerConfig> change, String... breaks) {
    this.described = Described.of(sentence, change, breaks);
  }

  private static Security offeringOnly(Security security) {
    return security.tls() == Demand.MUST
        ? new Security(Demand.MAY, security.auth(), security.certificate(), security.users())
        : security;
  }

  ServerConfig applied(ServerConfig config) {
    return described.behaviour().apply(config);
  }

  @Override
  public Described<UnaryOperator<ServerConfig>> described() {
    return described;
  }
}
