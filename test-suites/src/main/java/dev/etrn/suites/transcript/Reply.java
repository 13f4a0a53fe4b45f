package dev.etrn.suites.transcript;

import java.util.List;
import java.util.Optional;

/**
 * An SMTP reply, read without leniency (RFC 5321 section 4.2).
 *
 * @param nanos the time at which its last octet was read
 * @param code the code of its first line, or 0 if that line has none
 * @param lines the text of each line, after code and separator, without the line end
 * @param raw the octets of the whole reply
 * @param defects the breaches of the reply grammar of RFC 5321; empty for a well-formed reply
 */
public record Reply(long nanos, int code, List<String> lines, Octets raw, List<Defect> defects) {

  /**
   * A breach of the reply grammar.
   *
   * @param requirement an id such as {@code SMTP-022}
   * @param what the breach in one phrase
   */
  public record Defect(String requirement, String what) {}

  public Reply {
    lines = List.copyOf(lines);
    defects = List.copyOf(defects);
  }

  /** Returns the text of all lines, joined by blanks. */
  public String text() {
    return String.join(" ", lines);
  }

  /** Returns the first digit of the code, such as 2 for 250; 0 for a line without a code. */
  public int firstDigit() {
    return code / 100;
  }

  /** Returns the enhanced status code that starts the text, such as {@code 2.5.0} (RFC 2034). */
  public Optional<String> enhancedStatusCode() {
    return lines.stream()
        .findFirst()
        .map(line -> line.split("[ \t]", 2)[0])
        .filter(word -> word.matches("[245]\\.\\d{1,3}\\.\\d{1,3}"));
  }
}
