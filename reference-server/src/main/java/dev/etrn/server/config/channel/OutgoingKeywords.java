package dev.etrn.server.config.channel;

import dev.etrn.server.config.channel.Security.Demand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keywords for the delivery of the channel's mail, and the settings that they decide. */
public final class OutgoingKeywords {

  /** The host that takes all mail of the channel, or an address in brackets. */
  public static final ChannelSetting<String> DAEMON =
      ChannelSetting.outgoing(
          String.class, channel -> channel.outgoing().route().daemon().map(host -> "to " + host));

  static final ChannelSetting<Boolean> MX =
      ChannelSetting.outgoing(Boolean.class, OutgoingKeywords::records);
  static final ChannelSetting<Integer> PORT =
      described(Integer.class, settings -> Optional.of("port " + settings.route().port()));
  static final ChannelSetting<Boolean> HELD =
      described(Boolean.class, settings -> Optional.of(start(settings)));
  static final ChannelSetting<Integer> PERIOD =
      described(
          Integer.class,
          settings ->
              when(
                  settings.isHeld() && settings.period() > 1,
                  "run by one periodic job of " + settings.period()));
  static final ChannelSetting<Boolean> SLAVE =
      described(Boolean.class, settings -> Optional.empty());
  static final ChannelSetting<Boolean> BLOCKS_ETRN =
      ChannelSetting.outgoing(
          Boolean.class,
          channel ->
              when(
                  channel.settings().find(OutgoingKeywords.BLOCKS_ETRN).orElse(false),
                  "blocketrn"));
  public static final ChannelSetting<Duration> KEPT =
      described(
          Duration.class,
          settings ->
              when(
                  !settings.returnAfter().equals(OutgoingSettings.STANDARD.returnAfter()),
                  "returned after " + settings.returnAfter().toDays() + " days"));
  static final ChannelSetting<Demand> TLS =
      described(Demand.class, settings -> tls(settings.tls()));
  static final ChannelSetting<Integer> MOST_JOBS =
      described(
          Integer.class,
          settings ->
              when(
                  !settings.jobs().equals(OutgoingSettings.Jobs.STANDARD),
                  "up to " + settings.jobs().most() + " connections to a node"));
  static final ChannelSetting<Integer> MESSAGES_EACH =
      described(
          Integer.class,
          settings ->
              when(
                  !settings.jobs().equals(OutgoingSettings.Jobs.STANDARD),
                  "one for each " + settings.jobs().messagesEach() + " messages"));
  static final ChannelSetting<String> SEND_ETRN =
      described(String.class, settings -> settings.sendEtrn().map(name -> "sendetrn " + name));

  static final List<Keyword> ALL =
      List.of(
          Keyword.of("daemon")
              .takes(KeywordArgument.HOST, DAEMON)
              .documented(
                  "PMDF-028",
                  "sends all mail of the channel to HOST; an address stands in brackets, and a name"
                      + " without a dot means the channel's official host"),
          Keyword.of("mx")
              .sets(MX, true)
              .documented("SMTP-035", "looks up the MX records of each domain; the default"),
          Keyword.of("nomx").sets(MX, false).documented("SMTP-035", "looks up addresses only"),
          Keyword.of("port")
              .takes(KeywordArgument.PORT, PORT)
              .documented("PMDF-028", "connects to port N; 25 without it"),
          Keyword.of("periodic")
              .sets(HELD, true)
              .documented(
                  "PMDF-028", "holds mail until ETRN asks for it, or the periodic job runs"),
          Keyword.of("period")
              .takes(KeywordArgument.PERIOD, PERIOD)
              .documented("PMDF-028", "lets only every Nth periodic job run the channel"),
          Keyword.of("master", "bidirectional")
              .sets(SLAVE, false)
              .documented("PMDF-028", "delivers mail; the default"),
          Keyword.of("slave")
              .sets(SLAVE, true)
              .documented("PMDF-028", "never delivers mail; no ETRN starts the channel"),
          Keyword.of("immediate", "immnonurgent", "immnormal", "immurgent")
              .sets(HELD, false)
              .documented("PMDF-028", "delivers mail at once; the default"),
          Keyword.of("blocketrn")
              .sets(BLOCKS_ETRN, true)
              .documented("PMDF-006", "lets no ETRN start the channel"),
          Keyword.of("noblocketrn")
              .sets(BLOCKS_ETRN, false)
              .documented("PMDF-006", "lets ETRN start the channel; the default"),
          Keyword.of("notices")
              .takes(KeywordArgument.AGES, KEPT)
              .documented(
                  "",
                  "returns mail that has waited for N days, the last of several numbers; 12 without"
                      + " it, unless the channel `l` says otherwise"),
          Keyword.of("maytlsclient")
              .sets(TLS, Demand.MAY)
              .documented(
                  "CLI-018",
                  "encrypts where the exchanger offers STARTTLS, and sends in the clear otherwise;"
                      + " the default"),
          Keyword.of("musttlsclient")
              .sets(TLS, Demand.MUST)
              .documented("CLI-018", "sends encrypted or not at all: mail waits for STARTTLS"),
          Keyword.of("notlsclient").sets(TLS, Demand.NO).documented("CLI-018", "never encrypts"),
          Keyword.of("maxjobs")
              .takes(KeywordArgument.NUMBER, MOST_JOBS)
              .documented("PMDF-027", "opens up to N connections to a node; 4 without it"),
          Keyword.of("filesperjob")
              .takes(KeywordArgument.NUMBER, MESSAGES_EACH)
              .documented("PMDF-027", "opens one of them for each N messages; 50 without it"),
          Keyword.of("sendetrn")
              .takes(KeywordArgument.OWN_NAME, SEND_ETRN)
              .documented(
                  "PMDF-007",
                  "asks for NAME's own mail at the beginning of each session to an exchanger that"
                      + " offers ETRN"),
          Keyword.of("nosendetrn")
              .clears(SEND_ETRN)
              .documented("PMDF-008", "does not ask; the default"));

  private OutgoingKeywords() {}

  private static <T> ChannelSetting<T> described(
      Class<T> type, Function<OutgoingSettings, Optional<String>> description) {
    return ChannelSetting.outgoing(type, channel -> description.apply(channel.outgoing()));
  }

  private static String start(OutgoingSettings settings) {
    if (settings.isSlave()) {
      return "never delivered";
    }
    return settings.isHeld() ? "held until asked for" : "delivered at once";
  }

  private static Optional<String> records(Channel channel) {
    OutgoingSettings.Route route = channel.outgoing().route();
    return when(route.daemon().isEmpty(), route.usesMx() ? "by MX records" : "by address records");
  }

  private static Optional<String> tls(Demand demand) {
    return when(demand != Demand.MAY, demand == Demand.MUST ? "only with TLS" : "never with TLS");
  }

  private static Optional<String> when(boolean isShown, String text) {
    return isShown ? Optional.of(text) : Optional.empty();
  }
}
