package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelSettings;
import dev.etrn.server.config.channel.OutgoingKeywords;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceLine;
import dev.etrn.server.domain.Domain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The two parts of {@code pmdf.cnf}: rewrite rules up to the first blank line, and channel blocks,
 * each ended by a blank line.
 *
 * @param rules the rewrite rules, one on a line
 * @param blocks the channel blocks in order, the local channel first
 */
record PmdfCnf(List<SourceLine> rules, List<ChannelBlock> blocks) {

  private static final String DEFAULTS = "defaults";
  private static final String NO_DEFAULTS = "nodefaults";
  private static final Pattern CHANNEL_NAME = Pattern.compile("[a-z0-9_$-]{1,32}");

  static PmdfCnf parse(List<SourceLine> lines, ProblemCollector problems) {
    List<List<SourceLine>> paragraphs = paragraphs(lines);
    List<SourceLine> rules = paragraphs.isEmpty() ? List.of() : paragraphs.get(0);
    var blocks = new ArrayList<ChannelBlock>();
    ChannelSettings defaults = ChannelSettings.NONE;
    for (List<SourceLine> paragraph :
        paragraphs.subList(Math.min(1, paragraphs.size()), paragraphs.size())) {
      if (isDefaults(paragraph.get(0))) {
        defaults = defaults(defaults, paragraph, problems);
      } else {
        blocks.add(block(paragraph, defaults, problems));
      }
    }
    var cnf = new PmdfCnf(List.copyOf(rules), List.copyOf(blocks));
    cnf.checkOrder(lines, problems);
    cnf.checkNames(problems);
    return cnf;
  }

  /** Returns the defaults for the channels that follow (PMDF-032). */
  private static ChannelSettings defaults(
      ChannelSettings before, List<SourceLine> paragraph, ProblemCollector problems) {
    ChannelSettings settings = before;
    for (SourceLine line : paragraph) {
      var keywords = new KeywordLine(line, problems);
      if (!isDefaults(line)) {
        problems.warning(
            line,
            "expected defaults or nodefaults, or a blank line before a channel; the line has no"
                + " effect");
      } else if (firstWord(line).equals(DEFAULTS)) {
        settings = keywords.addedTo(settings);
      } else {
        settings = keywords.takenFrom(settings);
      }
    }
    return settings;
  }

  private static boolean isDefaults(SourceLine line) {
    return firstWord(line).equals(DEFAULTS) || firstWord(line).equals(NO_DEFAULTS);
  }

  private static String firstWord(SourceLine line) {
    return line.words().get(0).toLowerCase(Locale.ROOT);
  }

  private static ChannelBlock block(
      List<SourceLine> paragraph, ChannelSettings defaults, ProblemCollector problems) {
    SourceLine first = paragraph.get(0);
    String name = first.words().get(0);
    if (!CHANNEL_NAME.matcher(name).matches()) {
      problems.error(
          first, "'" + name + "' is not a channel name; expected up to 32 of a-z, 0-9, _, - and $");
    }
    ChannelSettings settings = new KeywordLine(first, problems).addedTo(defaults);
    List<ChannelBlock.Host> hosts = hosts(paragraph.subList(1, paragraph.size()), problems);
    if (hosts.isEmpty()) {
      problems.error(first, "the channel '" + name + "' has no second line with its official host");
    }
    return new ChannelBlock(name, first, withFullDaemon(settings, first, hosts, problems), hosts);
  }

  /**
   * Returns the settings with the channel's official host as the daemon, if the daemon is a name
   * that is not fully qualified, such as {@code router} (PMDF-028).
   */
  private static ChannelSettings withFullDaemon(
      ChannelSettings settings,
      SourceLine line,
      List<ChannelBlock.Host> hosts,
      ProblemCollector problems) {
    String daemon = settings.find(OutgoingKeywords.DAEMON).orElse("");
    if (hosts.isEmpty() || daemon.isEmpty() || isFull(daemon)) {
      return settings;
    }
    String official = hosts.get(0).name();
    if (!isFull(official)) {
      problems.warning(
          line,
          "'daemon %s' means the official host of the channel, and %s is not the full name of a"
                  .formatted(daemon, official)
              + " host: write one behind daemon, or an address in brackets");
    }
    return settings.with(OutgoingKeywords.DAEMON, official);
  }

  private static boolean isFull(String host) {
    return host.startsWith("[") || Domain.parse(host).filter(Domain::isFullyQualified).isPresent();
  }

  private static List<ChannelBlock.Host> hosts(List<SourceLine> lines, ProblemCollector problems) {
    var hosts = new ArrayList<ChannelBlock.Host>();
    for (SourceLine line : lines) {
      List<String> words = line.words();
      if (words.size() > 2) {
        problems.error(
            line,
            "expected a host and at most one other name, but there are " + words.size() + " words");
      }
      if (words.size() == 2) {
        problems.warning(line, "the second name '" + words.get(1) + "' has no effect");
      }
      hosts.add(new ChannelBlock.Host(words.get(0), line));
    }
    return hosts;
  }

  private void checkOrder(List<SourceLine> lines, ProblemCollector problems) {
    if (blocks.isEmpty()) {
      SourceLine end =
          lines.isEmpty() ? new SourceLine("pmdf.cnf", 1, "") : lines.get(lines.size() - 1);
      problems.error(
          end,
          "there is no channel: after the rewrite rules and a blank line, expected the local"
              + " channel l");
    } else if (!blocks.get(0).name().equals(Channel.LOCAL)) {
      problems.error(
          blocks.get(0).line(),
          "the first channel is '" + blocks.get(0).name() + "'; expected the local channel l");
    }
  }

  private void checkNames(ProblemCollector problems) {
    Map<String, SourceLine> names = new HashMap<>();
    Map<String, SourceLine> hosts = new HashMap<>();
    for (ChannelBlock block : blocks) {
      unique(names, block.name(), block.line(), "channel", problems);
      for (ChannelBlock.Host host : block.hosts()) {
        unique(hosts, host.name().toLowerCase(Locale.ROOT), host.line(), "host", problems);
      }
    }
  }

  private static void unique(
      Map<String, SourceLine> seen,
      String name,
      SourceLine line,
      String kind,
      ProblemCollector problems) {
    SourceLine first = seen.putIfAbsent(name, line);
    if (first != null) {
      problems.error(line, "the " + kind + " '" + name + "' is already in line " + first.number());
    }
  }

  private static List<List<SourceLine>> paragraphs(List<SourceLine> lines) {
    var paragraphs = new ArrayList<List<SourceLine>>();
    List<SourceLine> current = new ArrayList<>();
    for (SourceLine line : lines) {
      if (!line.isBlank()) {
        current.add(line);
      } else if (!current.isEmpty()) {
        paragraphs.add(current);
        current = new ArrayList<>();
      }
    }
    if (!current.isEmpty()) {
      paragraphs.add(current);
    }
    return paragraphs;
  }
}
