package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.DisconnectLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The keywords of one channel block that limit its sessions (PMDF-024). */
final class LimitKeywords {

  private final Map<String, Integer> numbers = new HashMap<>();

  static boolean has(String keyword) {
    return keyword.endsWith("limit") || keyword.equals("recipientcutoff");
  }

  void take(String keyword, int number) {
    numbers.put(keyword, number);
  }

  void clear(String keyword) {
    numbers.remove(keyword);
  }

  /** Where keyword and option file limit the same, the smaller number counts. */
  ChannelOptions with(ChannelOptions options) {
    return new ChannelOptions(
        options.etrnsPerSession(),
        smaller("transactionlimit", options.transactionsPerSession()),
        smaller("recipientlimit", options.recipientsPerTransaction()),
        smaller("recipientcutoff", options.rejectRecipients()),
        options.times(),
        new DisconnectLimits(
            number("disconnectbadcommandlimit"),
            number("disconnecttransactionlimit"),
            number("disconnectrecipientlimit"),
            number("disconnectrejectlimit")),
        options.bannerAddition());
  }

  private OptionalInt smaller(String keyword, OptionalInt option) {
    OptionalInt number = number(keyword);
    return number.isPresent() && number.getAsInt() < option.orElse(Integer.MAX_VALUE)
        ? number
        : option;
  }

  private OptionalInt number(String keyword) {
    Integer number = numbers.get(keyword);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
