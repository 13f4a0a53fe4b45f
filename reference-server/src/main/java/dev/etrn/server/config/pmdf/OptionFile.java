package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.DisconnectLimits;
import dev.etrn.server.config.channel.OutgoingOptions;
import dev.etrn.server.config.channel.OutgoingOptions.Times;
import dev.etrn.server.config.source.OptionLine;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceLine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code <channel>_option} file: one {@code OPTION=value} on a line, integers also as {@code
 * base%digits}, so that {@code 16%FF} is 255.
 */
final class OptionFile {

  private static final Pattern BASED = Pattern.compile("([0-9]{1,2})%([0-9A-Za-z]{1,32})");

  private static final Set<String> NUMBERS =
      Set.of(
          "ALLOW_ETRNS_PER_SESSION",
          "ALLOW_TRANSACTIONS_PER_SESSION",
          "ALLOW_RECIPIENTS_PER_TRANSACTION",
          "REJECT_RECIPIENTS_PER_TRANSACTION",
          "ATTEMPT_TRANSACTIONS_PER_SESSION",
          "COMMAND_RECEIVE_TIME",
          "COMMAND_TRANSMIT_TIME",
          "DATA_RECEIVE_TIME",
          "MAIL_TRANSMIT_TIME",
          "RCPT_TRANSMIT_TIME",
          "DATA_TRANSMIT_TIME",
          "DOT_TRANSMIT_TIME");

  /** The options of PMDF that have no effect here. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "ALLOW_REJECTIONS_BEFORE_DEFERRAL",
          "BANNER_HOST",
          "BANNER_PURGE_DELAY",
          "CHECK_SOURCE",
          "CUSTOM_VERSION_STRING",
          "DISABLE_ADDRESS",
          "DISABLE_CIRCUIT",
          "DISABLE_EXPAND",
          "DISABLE_GENERAL",
          "DISABLE_SEND",
          "DISABLE_STATUS",
          "HIDE_VERIFY",
          "INITIAL_COMMAND",
          "INTERFACE_ADDRESS",
          "LOG_BANNER",
          "LOG_CONNECTION",
          "LOG_TRANSPORTINFO",
          "MAX_A_RECORDS",
          "MAX_CLIENT_THREADS",
          "MAX_J_ENTRIES",
          "MAX_HELO_DOMAIN_LENGTH",
          "MAX_MX_RECORDS",
          "STATUS_DATA_RECEIVE_TIME",
          "STATUS_DATA_RECV_PER_ADDR_TIME",
          "STATUS_MAIL_RECEIVE_TIME",
          "STATUS_RCPT_RECEIVE_TIME",
          "STATUS_RECEIVE_TIME",
          "STATUS_TRANSMIT_TIME",
          "TRACE_LEVEL",
          "TRANSACTION_LIMIT_RCPT_TO");

  private final Map<String, Integer> numbers = new HashMap<>();
  private String bannerAddition = "";

  static OptionFile parse(List<SourceLine> lines, ProblemCollector problems) {
    var file = new OptionFile();
    lines.forEach(
        line -> OptionLine.parse(line, problems).ifPresent(option -> file.take(option, problems)));
    return file;
  }

  private void take(OptionLine optionLine, ProblemCollector problems) {
    SourceLine line = optionLine.line();
    String option = optionLine.name();
    String value = optionLine.value();
    if (NUMBERS.contains(option)) {
      number(option, value, line, problems);
    } else if (option.equals("BANNER_ADDITION")) {
      // PMDF-022
      if (value.indexOf('|') >= 0 || value.length() > 400) {
        problems.error(line, "BANNER_ADDITION takes up to 400 characters, and no vertical bar");
      }
      bannerAddition = value;
    } else if (UNSUPPORTED.contains(option)) {
      problems.warning(line, "the option " + option + " is not supported; it has no effect");
    } else {
      problems.warning(line, "unknown option '" + option + "'");
    }
  }

  private void number(String option, String value, SourceLine line, ProblemCollector problems) {
    OptionalInt number = number(value);
    // PMDF-041
    if (number.isEmpty()) {
      problems.error(
          line,
          option
              + " is '"
              + value
              + "'; expected a number from 0 on, such as 4, or 16%FF with its base");
    } else if (numbers.put(option, number.getAsInt()) != null) {
      problems.warning(line, option + " is set twice; this value counts");
    }
  }

  private static OptionalInt number(String value) {
    try {
      Matcher based = BASED.matcher(value);
      if (based.matches()) {
        return OptionalInt.of(Integer.parseInt(based.group(2), Integer.parseInt(based.group(1))));
      }
      return value.matches("[0-9]{1,9}")
          ? OptionalInt.of(Integer.parseInt(value))
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Returns the options for sessions. */
  ChannelOptions options() {
    return new ChannelOptions(
        // PMDF-040: absent means 1.
        OptionalInt.of(numbers.getOrDefault("ALLOW_ETRNS_PER_SESSION", 1)),
        limit("ALLOW_TRANSACTIONS_PER_SESSION"),
        limit("ALLOW_RECIPIENTS_PER_TRANSACTION"),
        limit("REJECT_RECIPIENTS_PER_TRANSACTION"),
        new ChannelOptions.Times(
            minutes("COMMAND_RECEIVE_TIME"),
            minutes("DATA_RECEIVE_TIME"),
            minutes("COMMAND_TRANSMIT_TIME")),
        DisconnectLimits.NONE,
        bannerAddition);
  }

  /** Returns the options for deliveries. */
  OutgoingOptions sending() {
    Times standard = Times.STANDARD;
    Duration command = minutes("COMMAND_TRANSMIT_TIME").orElse(standard.command());
    return new OutgoingOptions(
        limit("ATTEMPT_TRANSACTIONS_PER_SESSION"),
        new Times(
            command,
            minutes("MAIL_TRANSMIT_TIME").orElse(command),
            minutes("RCPT_TRANSMIT_TIME").orElse(command),
            minutes("DATA_TRANSMIT_TIME").orElse(standard.data()),
            minutes("DOT_TRANSMIT_TIME").orElse(standard.finalDot())));
  }

  private OptionalInt limit(String option) {
    Integer number = numbers.get(option);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private Optional<Duration> minutes(String option) {
    return Optional.ofNullable(numbers.get(option))
        .filter(number -> number > 0)
        .map(Duration::ofMinutes);
  }
}
