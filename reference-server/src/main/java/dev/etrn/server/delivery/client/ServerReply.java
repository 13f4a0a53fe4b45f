package dev.etrn.server.delivery.client;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A reply of the exchanger.
 *
 * @param code the code of three digits
 * @param lines the lines with their codes
 */
public record ServerReply(int code, List<String> lines) {

  static ServerReply of(List<String> lines) throws IOException {
    String first = lines.get(0);
    if (!first.matches("[2-5]\\d\\d(?:[ -].*)?")) {
      throw new IOException("the peer does not speak SMTP: " + first);
    }
    return new ServerReply(Integer.parseInt(first.substring(0, 3)), List.copyOf(lines));
  }

  boolean isPermanent() {
    return code / 100 == 5;
  }

  /**
   * Returns true if this is an EHLO reply that lists {@code keyword}, as a whole word in any case
   * (CLI-002).
   */
  boolean offers(String keyword) {
    return code == 250
        && lines.stream()
            .skip(1)
            .filter(line -> line.length() > 4)
            .map(line -> line.substring(4).strip().split(" ", 2)[0].toUpperCase(Locale.ROOT))
            .anyMatch(keyword::equals);
  }

  String text() {
    return String.join(" / ", lines);
  }
}
