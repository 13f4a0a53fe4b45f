package dev.etrn.server.config;

import static dev.etrn.server.config.Argument.NUMBER;

import dev.etrn.server.config.Security.Demand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The keywords that are about sessions that run as the channel, and the settings they decide. */
public final class IncomingKeywords {

  public static final Setting<EtrnMode> ETRN =
      Setting.incoming(EtrnMode.class, channel -> Optional.of(etrn(channel)));

  static final Setting<Integer> TRANSACTIONS =
      limit("transactions per session %d", ChannelOptions::transactionsPerSession);
  static final Setting<Integer> RECIPIENTS =
      limit("recipients per message %d", ChannelOptions::recipientsPerTransaction);
  static final Setting<Integer> RECIPIENT_CUTOFF =
      limit("messages for more than %d refused", ChannelOptions::rejectRecipients);
  static final Setting<Integer> BAD_COMMANDS =
      limit("ends after %d bad commands", options -> options.disconnect().badCommands());
  static final Setting<Integer> ALL_TRANSACTIONS =
      limit("ends after %d transactions", options -> options.disconnect().transactions());
  static final Setting<Integer> ALL_RECIPIENTS =
      limit("ends after %d recipients", options -> options.disconnect().recipients());
  static final Setting<Integer> REFUSED_RECIPIENTS =
      limit("ends after %d refused recipients", options -> options.disconnect().rejects());

  public static final Setting<Demand> TLS =
      Setting.incoming(Demand.class, channel -> demand(channel.tls(), "TLS"));
  public static final Setting<Demand> AUTH =
      Setting.incoming(Demand.class, channel -> demand(channel.auth(), "AUTH"));

  static final List<Keyword> ALL =
      List.of(
          Keyword.of("allowetrn")
              .sets(ETRN, EtrnMode.ALLOW)
              .documented("PMDF-001", "honours ETRN; the reply names the channel that runs"),
          Keyword.of("silentetrn")
              .sets(ETRN, EtrnMode.SILENT)
              .documented("PMDF-002", "honours ETRN; no reply names a channel"),
          Keyword.of("domainetrn")
              .sets(ETRN, EtrnMode.DOMAIN)
              .documented("PMDF-003", "honours only `ETRN @domain`; no reply names a channel"),
          Keyword.of("disableetrn")
              .sets(ETRN, EtrnMode.DISABLE)
              .documented("PMDF-004", "does not announce ETRN, and answers it with 502"),
          limit("transactionlimit", TRANSACTIONS, "accepts at most N messages in a session"),
          limit("recipientlimit", RECIPIENTS, "accepts at most N recipients of a message"),
          limit("recipientcutoff", RECIPIENT_CUTOFF, "refuses messages for more than N recipients"),
          limit(
              "disconnectbadcommandlimit",
              BAD_COMMANDS,
              "ends the session with 421 after N commands that were answered 5yz"),
          limit(
              "disconnecttransactionlimit",
              ALL_TRANSACTIONS,
              "ends the session with 421 at the next MAIL or RSET after N transactions"),
          limit(
              "disconnectrecipientlimit",
              ALL_RECIPIENTS,
              "ends the session with 421 at the next MAIL or RSET after N accepted recipients"),
          limit(
              "disconnectrejectlimit",
              REFUSED_RECIPIENTS,
              "ends the session with 421 at the next MAIL or RSET after N refused recipients"),
          Keyword.of("maytlsserver").sets(TLS, Demand.MAY).documented("TLS-001", "offers STARTTLS"),
          Keyword.of("musttlsserver")
              .sets(TLS, Demand.MUST)
              .documented("TLS-001", "demands STARTTLS before mail and ETRN"),
          Keyword.of("notlsserver")
              .sets(TLS, Demand.NO)
              .documented("TLS-001", "does not offer STARTTLS; the default"),
          Keyword.of("maysaslserver", "maysasl")
              .sets(AUTH, Demand.MAY)
              .documented("AUTH-001", "offers AUTH inside TLS"),
          Keyword.of("mustsaslserver", "mustsasl")
              .sets(AUTH, Demand.MUST)
              .documented("AUTH-001", "demands AUTH before mail and ETRN"),
          Keyword.of("nosaslserver", "nosasl")
              .sets(AUTH, Demand.NO)
              .documented("AUTH-001", "does not offer AUTH; the default"));

  private IncomingKeywords() {}

  private static Keyword limit(String name, Setting<Integer> setting, String line) {
    return Keyword.of(name).takes(NUMBER, setting).documented("PMDF-024", line);
  }

  private static Setting<Integer> limit(
      String description, Function<ChannelOptions, OptionalInt> limit) {
    return Setting.incoming(
        Integer.class,
        channel ->
            limit.apply(channel.options()).stream().mapToObj(description::formatted).findFirst());
  }

  /** PMDF-012: the mode, and how many a session may have. */
  private static String etrn(Channel channel) {
    OptionalInt most = channel.options().etrnsPerSession();
    return channel.etrn().name().toLowerCase(Locale.ROOT)
        + "etrn, "
        + (most.isPresent()
            ? "ETRNs per session " + most.getAsInt()
            : "any number of ETRNs per session");
  }

  private static Optional<String> demand(Demand demand, String what) {
    return switch (demand) {
      case NO -> Optional.empty();
      case MAY -> Optional.of("offers " + what);
      case MUST -> Optional.of("demands " + what);
    };
  }
}
