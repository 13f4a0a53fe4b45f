package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.Channel;
import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.OutgoingOptions;
import dev.etrn.server.config.OutgoingSettings;
import dev.etrn.server.config.Security.Demand;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceLine;
import dev.etrn.server.domain.Domain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the keywords of one channel block add up to; the latest of them wins. */
final class ChannelBlock {

  /** Messages for a name: the routing system, and the line it stands in. */
  record Host(String name, SourceLine line) {}

  private final String name;
  private final SourceLine line;
  private final List<Host> hosts = new ArrayList<>();
  private Optional<EtrnMode> etrn = Optional.empty();
  private boolean blocksEtrn;
  private Optional<String> sendEtrn = Optional.empty();
  private Optional<String> daemon = Optional.empty();
  private int port = OutgoingSettings.STANDARD.route().port();
  private Demand tls = Demand.NO;
  private Demand clientTls = OutgoingSettings.STANDARD.tls();
  private Demand auth = Demand.NO;
  private final LimitKeywords limits = new LimitKeywords();
  private Optional<Duration> returnAfter = Optional.empty();
  private OutgoingSettings.Jobs jobs = OutgoingSettings.Jobs.STANDARD;
  private boolean isHeld;
  private boolean usesMx = true;

  ChannelBlock(String name, SourceLine line) {
    this.name = name;
    this.line = line;
  }

  String name() {
    return name;
  }

  SourceLine line() {
    return line;
  }

  List<Host> hosts() {
    return hosts;
  }

  /** Takes the keywords from the {@code from}-th word of a line on. */
  void keywords(SourceLine at, int from, ProblemCollector problems) {
    List<String> words = at.words();
    int modes = 0;
    for (int i = from; i < words.size(); i++) {
      String keyword = words.get(i).toLowerCase(Locale.ROOT);
      switch (Keywords.kind(keyword)) {
        case SUPPORTED -> {
          modes += Keywords.ETRN.contains(keyword) ? 1 : 0;
          if (keyword.equals(Keywords.NOTICES)) {
            i += notices(words.subList(i + 1, words.size()), at, problems);
          } else if (Keywords.WITH_ARGUMENT.contains(keyword)) {
            i++;
            argument(keyword, i < words.size() ? words.get(i) : "", at, problems);
          } else {
            plain(keyword);
          }
        }
        case UNSUPPORTED ->
            problems.warning(
                at, "the keyword '" + keyword + "' is not supported; it has no effect");
        case UNSUPPORTED_WITH_ARGUMENT -> {
          problems.warning(at, "the keyword '" + keyword + "' is not supported; it has no effect");
          i += Math.max(1, numbers(words.subList(i + 1, words.size())));
        }
        // PMDF-031
        case UNKNOWN -> problems.warning(at, "unknown keyword '" + words.get(i) + "'");
      }
    }
    if (modes > 1) {
      problems.warning(
          at, "several of " + String.join(", ", Keywords.ETRN) + "; the last one wins");
    }
  }

  /** {@code nodefaults}: takes back what {@code defaults} gave; keywords are named one by one. */
  void clear(SourceLine at, ProblemCollector problems) {
    for (String word : at.words().subList(1, at.words().size())) {
      String keyword = word.toLowerCase(Locale.ROOT);
      if (Keywords.ETRN.contains(keyword)) {
        etrn = Optional.empty();
      } else {
        switch (keyword) {
          case "blocketrn" -> blocksEtrn = false;
          case "sendetrn" -> sendEtrn = Optional.empty();
          case "daemon" -> daemon = Optional.empty();
          case Keywords.NOTICES -> returnAfter = Optional.empty();
          case "port" -> port = OutgoingSettings.STANDARD.route().port();
          case "mx", "nomx" -> usesMx = true;
          case "maxjobs" -> jobs = jobs.withMost(OutgoingSettings.Jobs.STANDARD.most());
          case "filesperjob" ->
              jobs = jobs.withMessagesEach(OutgoingSettings.Jobs.STANDARD.messagesEach());
          case "maytlsclient", "musttlsclient", "notlsclient" ->
              clientTls = OutgoingSettings.STANDARD.tls();
          case "periodic", "immediate" -> isHeld = false;
          default -> {
            if (LimitKeywords.has(keyword)) {
              limits.clear(keyword);
            } else {
              problems.warning(at, "'nodefaults " + word + "' has no effect");
            }
          }
        }
      }
    }
  }

  private void plain(String keyword) {
    switch (keyword) {
      case "allowetrn" -> etrn = Optional.of(EtrnMode.ALLOW);
      case "silentetrn" -> etrn = Optional.of(EtrnMode.SILENT);
      case "domainetrn" -> etrn = Optional.of(EtrnMode.DOMAIN);
      case "disableetrn" -> etrn = Optional.of(EtrnMode.DISABLE);
      case "blocketrn" -> blocksEtrn = true;
      case "noblocketrn" -> blocksEtrn = false;
      case "nosendetrn" -> sendEtrn = Optional.empty();
      case "mx" -> usesMx = true;
      case "nomx" -> usesMx = false;
      case "periodic" -> isHeld = true;
      case "immediate", "immnonurgent", "immnormal", "immurgent" -> isHeld = false;
      default -> {
        if (Keywords.SECURITY.contains(keyword)) {
          security(keyword);
        }
      }
    }
  }

  private void security(String keyword) {
    Demand demand =
        keyword.startsWith("may")
            ? Demand.MAY
            : keyword.startsWith("must") ? Demand.MUST : Demand.NO;
    if (keyword.contains("sasl")) {
      auth = demand;
      return;
    }
    // Without an ending they speak of both sides.
    if (!keyword.endsWith("client")) {
      tls = demand;
    }
    if (!keyword.endsWith("server")) {
      clientTls = demand;
    }
  }

  Demand tls() {
    return tls;
  }

  Demand auth() {
    return auth;
  }

  /** How long mail is kept, when it says so. */
  Optional<Duration> returnAfter() {
    return returnAfter;
  }

  /** Ages in days, rising, up to five; returns how many words it took. */
  private int notices(List<String> words, SourceLine at, ProblemCollector problems) {
    int count = numbers(words);
    List<Integer> days = words.subList(0, count).stream().map(Integer::parseInt).toList();
    boolean rises = days.stream().sorted().distinct().toList().equals(days);
    if (count == 0 || count > 5 || !rises || days.get(0) == 0) {
      String found = String.join(" ", words.subList(0, Math.max(count, Math.min(1, words.size()))));
      problems.error(
          at, wrong("notices", found, "up to five rising numbers of days, such as 3 6 9 12"));
      return count;
    }
    int last = days.get(count - 1);
    returnAfter = Optional.of(Duration.ofDays(last));
    if (count > 1) {
      problems.warning(
          at, "of 'notices' only the last number, " + last + ", counts: no warnings are sent");
    }
    return count;
  }

  private static int numbers(List<String> words) {
    return (int) words.stream().takeWhile(word -> word.matches("[0-9]{1,4}")).count();
  }

  private void argument(String keyword, String argument, SourceLine at, ProblemCollector problems) {
    switch (keyword) {
      case "sendetrn" -> {
        // PMDF-048, PMDF-049
        Optional<String> node = Domain.parse(argument).filter(Domain::isFullyQualified);
        if (node.isEmpty()) {
          problems.error(at, wrong(keyword, argument, "this host's name, such as branch.example"));
        }
        sendEtrn = node;
      }
      case "port" -> {
        if (argument.matches("[0-9]{1,5}") && Integer.parseInt(argument) <= 65535) {
          port = Integer.parseInt(argument);
        } else {
          problems.error(at, wrong(keyword, argument, "a number from 1 to 65535"));
        }
      }
      case "daemon" -> {
        boolean isHost = Domain.parse(argument).isPresent() && !isKeyword(argument);
        if (!isHost && !argument.matches("\\[[0-9A-Fa-f.:]+]")) {
          problems.error(at, wrong(keyword, argument, "a host such as hub.example or [192.0.2.1]"));
        }
        daemon = Optional.of(argument);
      }
      default -> number(keyword, argument, at, problems);
    }
  }

  private void number(String keyword, String argument, SourceLine at, ProblemCollector problems) {
    if (!argument.matches("[1-9][0-9]{0,8}")) {
      problems.error(at, wrong(keyword, argument, "a number from 1 on"));
      return;
    }
    int number = Integer.parseInt(argument);
    switch (keyword) {
      case "maxjobs" -> jobs = jobs.withMost(number);
      case "filesperjob" -> jobs = jobs.withMessagesEach(number);
      default -> limits.take(keyword, number);
    }
  }

  private static boolean isKeyword(String word) {
    return Keywords.kind(word) != Keywords.Kind.UNKNOWN;
  }

  private static String wrong(String keyword, String argument, String expected) {
    return "'" + keyword + "' is followed by '" + argument + "'; expected " + expected;
  }

  /**
   * The channel, with what its option file says.
   *
   * @param kept how long mail waits when the keywords do not say it
   */
  Channel channel(
      EtrnMode byDefault, ChannelOptions options, OutgoingOptions sending, Duration kept) {
    return new Channel(
        name,
        hosts.isEmpty() ? name : hosts.get(0).name(),
        etrn.orElse(byDefault),
        blocksEtrn,
        limits.with(options),
        new OutgoingSettings(
            new OutgoingSettings.Route(daemon, port, usesMx && daemon.isEmpty()),
            isHeld,
            sendEtrn,
            clientTls,
            returnAfter.orElse(kept),
            jobs,
            sending));
  }
}
