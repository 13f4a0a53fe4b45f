package dev.etrn.server.fault.config;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.NONE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.access.EtrnRights;
import dev.etrn.server.config.EtrnPolicy;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** The faults that a correct server shows under a wrong configuration. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum ConfigFault implements Fault {
  LETS_EVERYBODY_RELEASE(
      GRAVE,
      "lets every client release every node that it knows",
      config -> config.withRights(EtrnRights.EVERYBODY),
      "ETRN-019",
      "ETRN-020",
      "ETRN-036",
      "ETRN-050",
      "AUTH-003",
      "SEC-002",
      "SEC-004",
      "SEC-005",
      "DECL-002"),
  HAS_NO_LIMIT(
      GRAVE,
      "accepts any number of ETRNs in a session",
      config ->
          config.withIncoming(
              config
                  .incoming()
                  .accepting(
                      config.incoming().etrn(), config.incoming().options().withoutEtrnLimit())),
      "PMDF-012",
      "PMDF-040",
      "PMDF-042",
      "DECL-004"),
  HAS_ONE_MORE_THAN_ITS_LIMIT(
      GRAVE,
      "accepts one ETRN more in a session than its limit",
      limiting(limit -> limit + 1),
      "PMDF-012",
      "DECL-004"),
  HAS_ONE_LESS_THAN_ITS_LIMIT(
      GRAVE,
      "accepts one ETRN less in a session than its limit",
      limiting(limit -> limit - 1),
      "PMDF-012",
      "DECL-004"),
  HAS_HALF_ITS_LIMIT(
      GRAVE,
      "accepts half as many ETRNs in a session as its limit",
      limiting(limit -> limit / 2),
      "PMDF-012",
      "DECL-004"),
  TELLS_NO_COUNTS(
      NONE,
      "answers 250 whether mail waits or not",
      config -> config.withEtrn(new EtrnPolicy(config.etrn().dialect(), false, false, false)),
      "ETRN-029",
      "ETRN-030",
      "ETRN-031",
      "ETRN-032",
      "ETRN-033"),
  REFUSES_WHILE_A_RUN_LASTS(
      NONE,
      "answers 458 to a request for a queue that already runs",
      config -> config.withEtrn(new EtrnPolicy(config.etrn().dialect(), true, false, true)),
      "ETRN-035",
      "ETRN-057"),
  HAS_ENDLESS_PATIENCE(
      PLAIN,
      "answers any number of bad lines",
      config -> config.withLimits(config.limits().withRefusals(Integer.MAX_VALUE)),
      "SEC-032"),
  HAS_LITTLE_PATIENCE(
      PLAIN,
      "ends sessions that are idle for ten seconds",
      config -> config.withLimits(config.limits().withIdle(Duration.ofSeconds(10))),
      "SMTP-029"),
  ALLOWS_WHATEVER_THE_KEYWORD(
      GRAVE,
      "acts as with allowetrn, whatever keyword its channel has",
      config ->
          config.withIncoming(
              config.incoming().accepting(EtrnMode.ALLOW, config.incoming().options())),
      "PMDF-002",
      "PMDF-003",
      "PMDF-004",
      "DECL-006"),
  DEMANDS_NO_TLS(
      GRAVE,
      "does not demand TLS although it is configured to",
      config -> config.withSecurity(offeringOnly(config.security())),
      "TLS-001",
      "DECL-007");

  private final FaultDescription<UnaryOperator<ServerConfig>> described;

  ConfigFault(Harm harm, String sentence, UnaryOperator<ServerConfig> change, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, change, breaks);
  }

  private static UnaryOperator<ServerConfig> limiting(IntUnaryOperator change) {
    return config -> {
      ChannelOptions options = config.incoming().options();
      int limit = change.applyAsInt(options.etrnsPerSession().orElse(1));
      return config.withIncoming(
          config
              .incoming()
              .accepting(config.incoming().etrn(), options.withEtrnsPerSession(limit)));
    };
  }

  private static Security offeringOnly(Security security) {
    return security.tls() == Demand.MUST
        ? new Security(Demand.MAY, security.auth(), security.certificate(), security.users())
        : security;
  }

  public ServerConfig applied(ServerConfig config) {
    return described.behaviour().apply(config);
  }

  @Override
  public FaultDescription<UnaryOperator<ServerConfig>> described() {
    return described;
  }
}
