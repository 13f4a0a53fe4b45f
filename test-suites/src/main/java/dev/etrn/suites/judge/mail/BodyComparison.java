package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.PrintableText;
import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.Octets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comparison of a message's body with that of its delivery, octet for octet. */
final class BodyComparison {

  private static final String MAIL = "SMTP-037";
  private static final String DOTS = "SMTP-040";
  private static final String EIGHT_BIT = "SMTP-041";
  private static final String LINE_END = "\r\n";
  private static final Pattern CODE = Pattern.compile("=([0-9A-Fa-f]{2})");

  private BodyComparison() {}

  /** Returns a finding about the rule that the difference breaks; empty if nothing differs. */
  static Optional<Finding> of(MailContent submitted, MailContent delivered) {
    String sent = submitted.body();
    String received = delivered.body();
    if (sent.equals(received)) {
      return Optional.empty();
    }
    if (decoded(delivered).filter(sent::equals).isPresent()) {
      // RFC 6152 section 3: a relay converts where the next host takes no 8-bit content.
      return Optional.of(
          Finding.doubtful(
              EIGHT_BIT, "its body was encoded anew, for an exchanger that takes 8-bit content"));
    }
    return Optional.of(Finding.broken(requirement(sent, received), difference(sent, received)));
  }

  private static String requirement(String sent, String received) {
    if (withoutLeadingDots(sent).equals(withoutLeadingDots(received))
        || endsBeforeDot(sent, received)) {
      return DOTS;
    }
    return hasEightBit(sent) && masked(sent).equals(masked(received)) ? EIGHT_BIT : MAIL;
  }

  private static String withoutLeadingDots(String body) {
    return body.replaceAll("(?m)^\\.+", "");
  }

  /** RFC 5321 section 4.5.2: a dot that was not doubled ends the message. */
  private static boolean endsBeforeDot(String sent, String received) {
    return sent.startsWith(received) && sent.startsWith(".", received.length());
  }

  private static boolean hasEightBit(String body) {
    return body.chars().anyMatch(octet -> octet > 0x7F);
  }

  /** Returns the body with a question mark for every octet that 7-bit handling may have changed. */
  private static String masked(String body) {
    return body.replaceAll("[^\\r\\n]", "?");
  }

  private static String difference(String sent, String received) {
    if (received.startsWith(sent)) {
      return "its body came with more behind its end: " + quoted(received.substring(sent.length()));
    }
    if (sent.startsWith(received)) {
      return "its body ends before " + quoted(sent.substring(received.length()));
    }
    List<String> sentLines = List.of(sent.split(LINE_END, -1));
    List<String> receivedLines = List.of(received.split(LINE_END, -1));
    int line = 0;
    while (line < Math.min(sentLines.size(), receivedLines.size()) - 1
        && sentLines.get(line).equals(receivedLines.get(line))) {
      line++;
    }
    return "line "
        + (line + 1)
        + " of its body was "
        + quoted(sentLines.get(line))
        + ", and came as "
        + quoted(receivedLines.get(line));
  }

  private static String quoted(String text) {
    return "'" + PrintableText.octets(Octets.of(text)) + "'";
  }

  /** Returns the body without its transfer encoding; empty if it has no such encoding. */
  private static Optional<String> decoded(MailContent content) {
    String encoding =
        content.field("content-transfer-encoding").orElse("").toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "quoted-printable" -> Optional.of(quotedPrintable(content.body()));
      case "base64" -> base64(content.body());
      default -> Optional.empty();
    };
  }

  private static Optional<String> base64(String body) {
    try {
      return Optional.of(Octets.of(Base64.getMimeDecoder().decode(body)).text());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String quotedPrintable(String body) {
    return CODE.matcher(body.replaceAll("=[ \t]*\r\n", ""))
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(code.group(1), 16))));
  }
}
