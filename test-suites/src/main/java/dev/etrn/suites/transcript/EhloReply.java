package dev.etrn.suites.transcript;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The extensions that a server announces (RFC 5321 section 4.1.1.1).
 *
 * @param lines the lines with one extension each, as the server wrote them
 */
public record EhloReply(List<String> lines) {

  public EhloReply {
    lines = List.copyOf(lines);
  }

  /** Reads a reply to EHLO; without the code 250 it announces no extension. */
  public static EhloReply of(Optional<Reply> reply) {
    return new EhloReply(
        reply
            .filter(r -> r.code() == 250)
            .map(r -> r.lines().subList(1, r.lines().size()))
            .orElse(List.of()));
  }

  /** Returns true if the extension with this keyword is announced. */
  public boolean lists(String keyword) {
    return words().anyMatch(words -> words.get(0).equals(keyword));
  }

  /** Returns the mechanisms of AUTH in upper case; some servers write {@code AUTH=LOGIN}. */
  public List<String> mechanisms() {
    return words()
        .filter(words -> words.get(0).equals("AUTH"))
        .flatMap(words -> words.stream().skip(1))
        .distinct()
        .toList();
  }

  private Stream<List<String>> words() {
    return lines.stream()
        .map(line -> List.of(line.strip().toUpperCase(Locale.ROOT).split("[ =]+")));
  }
}
