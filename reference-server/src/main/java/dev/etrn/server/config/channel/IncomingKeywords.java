package dev.etrn.server.config.channel;

import static dev.etrn.server.config.channel.KeywordArgument.NUMBER;

import dev.etrn.server.config.channel.Security.Demand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The keywords for sessions that run as the channel, and the settings that they decide. */
public final class IncomingKeywords {

  public static final ChannelSetting<EtrnMode> ETRN =
      ChannelSetting.incoming(EtrnMode.class, channel -> Optional.of(etrn(channel)));

  static final ChannelSetting<Integer> TRANSACTIONS =
      limit("transactions per session %d", ChannelOptions::transactionsPerSession);
  static final ChannelSetting<Integer> RECIPIENTS =
      limit("recipients per message %d", ChannelOptions::recipientsPerTransaction);
  static final ChannelSetting<Integer> RECIPIENT_CUTOFF =
      limit("messages for more than %d refused", ChannelOptions::rejectRecipients);
  static final ChannelSetting<Integer> BAD_COMMANDS =
      limit("ends after %d bad commands", options -> options.disconnect().badCommands());
  static final ChannelSetting<Integer> ALL_TRANSACTIONS =
      limit("ends after %d transactions", options -> options.disconnect().transactions());
  static final ChannelSetting<Integer> ALL_RECIPIENTS =
      limit("ends after %d recipients", options -> options.disconnect().recipients());
  static final ChannelSetting<Integer> REFUSED_RECIPIENTS =
      limit("ends after %d refused recipients", options -> options.disconnect().rejects());

  public static final ChannelSetting<Demand> TLS =
      ChannelSetting.incoming(Demand.class, channel -> demand(channel.tls(), "TLS"));
  public static final ChannelSetting<Demand> AUTH =
      ChannelSetting.incoming(Demand.class, channel -> demand(channel.auth(), "AUTH"));

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

  private static Keyword limit(String name, ChannelSetting<Integer> setting, String line) {
    return Keyword.of(name).takes(NUMBER, setting).documented("PMDF-024", line);
  }

  private static ChannelSetting<Integer> limit(
      String description, Function<ChannelOptions, OptionalInt> limit) {
    return ChannelSetting.incoming(
        Integer.class,
        channel ->
            limit.apply(channel.options()).stream().mapToObj(description::formatted).findFirst());
  }

  /** Returns the mode, and the number of ETRNs in a session (PMDF-012). */
  private static String etrn(Channel channel) {
    OptionalInt limit = channel.options().etrnsPerSession();
    return channel.etrn().name().toLowerCase(Locale.ROOT)
        + "etrn, "
        + (limit.isPresent()
            ? "ETRNs per session " + limit.getAsInt()
            : "any number of ETRNs per session");
  }

  private static Optional<String> demand(Demand demand, String extension) {
    return switch (demand) {
      case NO -> Optional.empty();
      case MAY -> Optional.of("offers " + extension);
      case MUST -> Optional.of("demands " + extension);
    };
  }
}
