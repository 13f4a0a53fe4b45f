package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.Channel;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cuts {@code pmdf.cnf} into its two parts: rewrite rules up to the first blank line, and channel
 * blocks, each ended by a blank line.
 *
 * @param rules one rule a line
 * @param blocks in their order, the local channel first
 */
record PmdfCnf(List<SourceLine> rules, List<ChannelBlock> blocks) {

  private static final Pattern CHANNEL_NAME = Pattern.compile("[a-z0-9_$]{1,32}");

  static PmdfCnf parse(List<SourceLine> lines, ProblemCollector problems) {
    List<List<SourceLine>> paragraphs = paragraphs(lines);
    List<SourceLine> rules = paragraphs.isEmpty() ? List.of() : paragraphs.get(0);
    var blocks = new ArrayList<ChannelBlock>();
    var defaults = new ArrayList<SourceLine>();
    for (List<SourceLine> paragraph :
        paragraphs.subList(Math.min(1, paragraphs.size()), paragraphs.size())) {
      SourceLine first = paragraph.get(0);
      String word = first.words().get(0).toLowerCase(Locale.ROOT);
      if (word.equals("defaults") || word.equals("nodefaults")) {
        // PMDF-032
        defaults.addAll(paragraph);
      } else {
        blocks.add(block(paragraph, defaults, problems));
      }
    }
    var cnf = new PmdfCnf(List.copyOf(rules), List.copyOf(blocks));
    cnf.checkOrder(lines, problems);
    cnf.checkNames(problems);
    return cnf;
  }

  private static ChannelBlock block(
      List<SourceLine> paragraph, List<SourceLine> defaults, ProblemCollector problems) {
    SourceLine first = paragraph.get(0);
    String name = first.words().get(0);
    if (!CHANNEL_NAME.matcher(name).matches()) {
      problems.error(
          first, "'" + name + "' is no channel name; expected up to 32 of a-z, 0-9, _ and $");
    }
    var block = new ChannelBlock(name, first);
    for (SourceLine line : defaults) {
      applyDefaults(block, line, problems);
    }
    block.keywords(first, 1, problems);
    for (SourceLine line : paragraph.subList(1, paragraph.size())) {
      List<String> words = line.words();
      if (words.size() > 2) {
        problems.error(
            line,
            "expected a host and at most one other name, but there are " + words.size() + " words");
      }
      block.hosts().add(new ChannelBlock.Host(words.get(0), line));
    }
    if (block.hosts().isEmpty()) {
      problems.error(first, "the channel '" + name + "' has no second line with its official host");
    }
    return block;
  }

  /** Warnings about defaults are given once, for the first block that takes them. */
  private static void applyDefaults(
      ChannelBlock block, SourceLine line, ProblemCollector problems) {
    boolean isFirst = block.name().equals(Channel.LOCAL);
    if (line.words().get(0).equalsIgnoreCase("defaults")) {
      block.keywords(line, 1, isFirst ? problems : new ProblemCollector());
    } else {
      block.clear(line, isFirst ? problems : new ProblemCollector());
    }
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
      SourceLine at,
      String what,
      ProblemCollector problems) {
    SourceLine before = seen.putIfAbsent(name, at);
    if (before != null) {
      problems.error(
          at, "the " + what + " '" + name + "' stands in line " + before.number() + " already");
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
