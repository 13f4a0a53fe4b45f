package dev.etrn.server.config.channel;

import dev.etrn.server.config.channel.ChannelSetting.Side;
import dev.etrn.server.config.channel.Security.Demand;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of channel keywords that have an effect here. The parser, {@code defaults} and {@code
 * nodefaults}, {@code --check} and the document read it.
 *
 * <p>A keyword is one entry, in {@link IncomingKeywords}, in {@link OutgoingKeywords}, or here when
 * it is for both sides; code that acts on it reads the {@link ChannelSettings} of a channel.
 */
public final class KeywordTable {

  static final List<Keyword> BOTH_SIDES =
      List.of(
          Keyword.of("smtp").documented("PMDF-028", "says that the channel speaks SMTP; all do"),
          tls("maytls", Demand.MAY),
          tls("musttls", Demand.MUST),
          tls("notls", Demand.NO));

  private static final List<Keyword> ALL =
      Stream.of(IncomingKeywords.ALL, OutgoingKeywords.ALL, BOTH_SIDES)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, Keyword> BY_NAME = byName();

  private KeywordTable() {}

  /** Returns all keywords, in the order of the document. */
  public static List<Keyword> all() {
    return ALL;
  }

  /** Returns the keyword of that name, in whatever case. */
  public static Optional<Keyword> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Returns the lines of {@code --check} about one side of {@code channel}. */
  public static List<String> describe(Side side, Channel channel) {
    return ALL.stream()
        .flatMap(keyword -> keyword.group().stream())
        .distinct()
        .filter(setting -> setting.side() == side)
        .flatMap(setting -> setting.describe(channel).stream())
        .toList();
  }

  private static Keyword tls(String name, Demand demand) {
    return Keyword.of(name)
        .sets(IncomingKeywords.TLS, demand)
        .sets(OutgoingKeywords.TLS, demand)
        .documented("TLS-001", "as `" + name + "server` and `" + name + "client` together");
  }

  private static Map<String, Keyword> byName() {
    var names = new HashMap<String, Keyword>();
    ALL.forEach(keyword -> keyword.names().forEach(name -> names.put(name, keyword)));
    return Map.copyOf(names);
  }
}
