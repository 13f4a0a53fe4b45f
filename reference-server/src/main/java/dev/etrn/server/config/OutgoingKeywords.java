package dev.etrn.server.config;

import dev.etrn.server.config.Security.Demand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keywords that are about delivering the channel's mail, and the settings they decide. */
public final class OutgoingKeywords {

  static final Setting<String> DAEMON =
      Setting.outgoing(
          String.class, channel -> channel.outgoing().route().daemon().map(host -> "to " + host));
  static final Setting<Boolean> MX = Setting.outgoing(Boolean.class, OutgoingKeywords::records);
  static final Setting<Integer> PORT =
      described(Integer.class, how -> Optional.of("port " + how.route().port()));
  static final Setting<Boolean> HELD =
      described(
          Boolean.class,
          how -> Optional.of(how.isHeld() ? "held until asked for" : "delivered at once"));
  static final Setting<Boolean> BLOCKS_ETRN =
      Setting.outgoing(Boolean.class, channel -> when(channel.blocksEtrn(), "blocketrn"));
  public static final Setting<Duration> KEPT =
      described(
          Duration.class,
          how ->
              when(
                  !how.returnAfter().equals(OutgoingSettings.STANDARD.returnAfter()),
                  "returned after " + how.returnAfter().toDays() + " days"));
  static final Setting<Demand> TLS = described(Demand.class, how -> tls(how.tls()));
  static final Setting<Integer> MOST_JOBS =
      described(
          Integer.class,
          how ->
              when(
                  !how.jobs().equals(OutgoingSettings.Jobs.STANDARD),
                  "up to " + how.jobs().most() + " connections to a node"));
  static final Setting<Integer> MESSAGES_EACH =
      described(
          Integer.class,
          how ->
              when(
                  !how.jobs().equals(OutgoingSettings.Jobs.STANDARD),
                  "one for each " + how.jobs().messagesEach() + " messages"));
  static final Setting<String> SEND_ETRN =
      described(String.class, how -> how.sendEtrn().map(name -> "sendetrn " + name));

  static final List<Keyword> ALL =
      List.of(
          Keyword.of("daemon")
              .takes(Argument.HOST, DAEMON)
              .documented(
                  "PMDF-028",
                  "sends all mail of the channel to HOST; an address stands in brackets"),
          Keyword.of("mx")
              .sets(MX, true)
              .documented("SMTP-035", "looks up the MX records of each domain; the default"),
          Keyword.of("nomx").sets(MX, false).documented("SMTP-035", "looks up addresses only"),
          Keyword.of("port")
              .takes(Argument.PORT, PORT)
              .documented("PMDF-028", "connects to port N; 25 without it"),
          Keyword.of("periodic")
              .sets(HELD, true)
              .documented("PMDF-028", "holds mail until ETRN asks for it"),
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
              .takes(Argument.AGES, KEPT)
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
              .takes(Argument.NUMBER, MOST_JOBS)
              .documented("PMDF-027", "opens up to N connections to a node; 4 without it"),
          Keyword.of("filesperjob")
              .takes(Argument.NUMBER, MESSAGES_EACH)
              .documented("PMDF-027", "opens one of them for each N messages; 50 without it"),
          Keyword.of("sendetrn")
              .takes(Argument.OWN_NAME, SEND_ETRN)
              .documented(
                  "PMDF-007",
                  "asks for NAME's own mail at the beginning of each session to an exchanger that"
                      + " offers ETRN"),
          Keyword.of("nosendetrn")
              .clears(SEND_ETRN)
              .documented("PMDF-008", "does not ask; the default"));

  private OutgoingKeywords() {}

  private static <T> Setting<T> described(
      Class<T> type, Function<OutgoingSettings, Optional<String>> description) {
    return Setting.outgoing(type, channel -> description.apply(channel.outgoing()));
  }

  private static Optional<String> records(Channel channel) {
    OutgoingSettings.Route route = channel.outgoing().route();
    return when(route.daemon().isEmpty(), route.usesMx() ? "by MX records" : "by address records");
  }

  private static Optional<String> tls(Demand demand) {
    return when(demand != Demand.MAY, demand == Demand.MUST ? "only with TLS" : "never with TLS");
  }

  private static Optional<String> when(boolean isTold, String text) {
    return isTold ? Optional.of(text) : Optional.empty();
  }
}
