package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.EtrnPolicy;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.SessionLimits;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelSetting.Side;
import dev.etrn.server.config.channel.KeywordTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;

/** The text of a configuration as {@code --check} prints it. */
public final class Description {

  private Description() {}

  /** Returns a line each for the host, ETRN, sessions and limits, and one for each channel. */
  public static String of(ServerConfig config) {
    var out = new ArrayList<String>();
    out.add("host: " + config.hostName());
    out.add("ETRN: " + etrn(config.etrn()));
    out.add("sessions run as " + config.incoming().name() + ": " + sessions(config.incoming()));
    out.add("limits: " + limits(config.limits()));
    out.add("periodic job: every " + minutesOf(config.periodicJob()));
    config.channels().values().stream()
        .sorted(Comparator.comparing(Channel::name))
        .forEach(channel -> out.add("channel " + channel.name() + ": " + delivery(channel)));
    return String.join("\n", out) + "\n";
  }

  private static String etrn(EtrnPolicy policy) {
    var words = new ArrayList<String>();
    words.add("dialect " + policy.dialect());
    words.add(policy.tellsCounts() ? "replies tell counts" : "always 250");
    words.add(policy.countsRefused() ? "refused ETRNs count too" : "accepted ETRNs count");
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
    var words = new ArrayList<>(KeywordTable.describe(Side.INCOMING, incoming));
    var times = options.times();
    times.commandReceive().ifPresent(time -> words.add(minutes(time) + " for a command"));
    times.dataReceive().ifPresent(time -> words.add(minutes(time) + " for content"));
    times.commandTransmit().ifPresent(time -> words.add(minutes(time) + " for a reply to be read"));
    if (!options.bannerAddition().isEmpty()) {
      words.add("banner with '" + options.bannerAddition() + "'");
    }
    return String.join(", ", words);
  }

  private static String minutesOf(Duration time) {
    return time.toMinutesPart() == 0 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
  }

  private static String minutes(Duration time) {
    return "waits " + time.toMinutes() + " minutes";
  }

  private static String delivery(Channel channel) {
    var words = new ArrayList<String>();
    words.add("host " + channel.officialHost());
    words.addAll(KeywordTable.describe(Side.OUTGOING, channel));
    channel
        .outgoing()
        .options()
        .transactionsPerSession()
        .ifPresent(limit -> words.add("messages per connection " + limit));
    return String.join(", ", words);
  }
}
