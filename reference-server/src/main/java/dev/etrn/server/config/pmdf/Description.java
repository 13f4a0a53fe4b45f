package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.Channel;
import dev.etrn.server.config.EtrnPolicy;
import dev.etrn.server.config.OutgoingSettings;
import dev.etrn.server.config.Security.Demand;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.SessionLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A configuration in words, as it was understood. */
public final class Description {

  private Description() {}

  /** A line each for the host, ETRN, sessions and limits, and one for each channel. */
  public static String of(ServerConfig config) {
    var out = new ArrayList<String>();
    out.add("host: " + config.hostName());
    out.add("ETRN: " + etrn(config.etrn()));
    out.add("sessions run as " + config.incoming().name() + ": " + sessions(config.incoming()));
    out.add("limits: " + limits(config.limits()));
    config.channels().values().stream()
        .sorted(Comparator.comparing(Channel::name))
        .forEach(channel -> out.add("channel " + channel.name() + ": " + delivery(channel)));
    return String.join("\n", out) + "\n";
  }

  private static String etrn(EtrnPolicy policy) {
    var words = new ArrayList<String>();
    words.add("dialect " + policy.dialect());
    words.add(policy.tellsCounts() ? "replies tell counts" : "always 250");
    words.add(policy.countsRefused() ? "refused ones count too" : "accepted ones count");
    if (policy.refusesWhileRunning()) {
      words.add("458 while running");
    }
    return String.join(", ", words);
  }

  private static String limits(SessionLimits limits) {
    return limits.sessions()
        + " sessions, "
        + limits.sessionsPerAddress()
        + " from one address, messages of "
        + limits.messageOctets()
        + " octets, "
        + limits.refusals()
        + " refusals"
        + (limits.junkCommands() == 0 ? "" : ", " + limits.junkCommands() + " junk commands");
  }

  private static String sessions(Channel incoming) {
    var options = incoming.options();
    var words = new ArrayList<String>();
    words.add(incoming.etrn().name().toLowerCase(Locale.ROOT) + "etrn");
    words.add(
        options.etrnsPerSession().isPresent()
            ? "ETRNs per session " + options.etrnsPerSession().getAsInt()
            : "any number of ETRNs per session");
    options.transactionsPerSession().ifPresent(n -> words.add("transactions per session " + n));
    options.recipientsPerTransaction().ifPresent(n -> words.add("recipients per message " + n));
    options
        .rejectRecipients()
        .ifPresent(n -> words.add("messages for more than " + n + " refused"));
    var times = options.times();
    times.commandReceive().ifPresent(t -> words.add(minutes(t) + " for a command"));
    times.dataReceive().ifPresent(t -> words.add(minutes(t) + " for content"));
    times.commandTransmit().ifPresent(t -> words.add(minutes(t) + " for a reply to be read"));
    var ends = options.disconnect();
    ends.badCommands().ifPresent(n -> words.add("ends after " + n + " bad commands"));
    ends.transactions().ifPresent(n -> words.add("ends after " + n + " transactions"));
    ends.recipients().ifPresent(n -> words.add("ends after " + n + " recipients"));
    ends.rejects().ifPresent(n -> words.add("ends after " + n + " refused recipients"));
    if (!options.bannerAddition().isEmpty()) {
      words.add("banner with '" + options.bannerAddition() + "'");
    }
    return String.join(", ", words);
  }

  private static String minutes(Duration time) {
    return "waits " + time.toMinutes() + " minutes";
  }

  private static String delivery(Channel channel) {
    OutgoingSettings how = channel.outgoing();
    String where =
        how.route()
            .daemon()
            .map(host -> "to " + host)
            .orElse(how.route().usesMx() ? "by MX records" : "by address records");
    var words = new ArrayList<>(List.of("host " + channel.officialHost(), where));
    words.add("port " + how.route().port());
    words.add(how.isHeld() ? "held until asked for" : "delivered at once");
    if (channel.blocksEtrn()) {
      words.add("blocketrn");
    }
    if (!how.returnAfter().equals(OutgoingSettings.STANDARD.returnAfter())) {
      words.add("returned after " + how.returnAfter().toDays() + " days");
    }
    if (how.tls() != Demand.MAY) {
      words.add(how.tls() == Demand.MUST ? "only with TLS" : "never with TLS");
    }
    if (!how.jobs().equals(OutgoingSettings.Jobs.STANDARD)) {
      words.add("up to " + how.jobs().most() + " connections to a node");
      words.add("one for each " + how.jobs().messagesEach() + " messages");
    }
    how.sendEtrn().ifPresent(name -> words.add("sendetrn " + name));
    how.options()
        .transactionsPerSession()
        .ifPresent(n -> words.add("messages per connection " + n));
    return words.stream().collect(Collectors.joining(", "));
  }
}
