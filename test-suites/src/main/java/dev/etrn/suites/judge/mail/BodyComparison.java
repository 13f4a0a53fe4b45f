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

/** The body of a message beside that of its delivery, octet for octet. */
final class BodyComparison {

  private static final String MAIL = "SMTP-037";
  private static final String DOTS = "SMTP-040";
  private static final String EIGHT_BIT = "SMTP-041";
  private static final String LINE_END = "\r\n";
  private static final Pattern CODE = Pattern.compile("=([0-9A-Fa-f]{2})");

  private BodyComparison() {}

  /** What differs, by the rule that was broken; empty when nothing does. */
  static Optional<Finding> of(MailContent before, MailContent after) {
    String sent = before.body();
    String came = after.body();
    if (sent.equals(came)) {
      return Optional.empty();
    }
    if (decoded(after).filter(sent::equals).isPresent()) {
      // RFC 6152 section 3: a relay converts where the next host takes no 8-bit content.
      return Optional.of(
          Finding.doubtful(
              EIGHT_BIT, "its body was encoded anew, for an exchanger that takes 8-bit content"));
    }
    return Optional.of(Finding.broken(requirement(sent, came), difference(sent, came)));
  }

  private static String requirement(String sent, String came) {
    if (withoutLeadingDots(sent).equals(withoutLeadingDots(came)) || endsBeforeDot(sent, came)) {
      return DOTS;
    }
    return hasEightBit(sent) && masked(sent).equals(masked(came)) ? EIGHT_BIT : MAIL;
  }

  private static String withoutLeadingDots(String body) {
    return body.replaceAll("(?m)^\\.+", "");
  }

  /** RFC 5321 section 4.5.2: a dot that was not doubled ends the message. */
  private static boolean endsBeforeDot(String sent, String came) {
    return sent.startsWith(came) && sent.startsWith(".", came.length());
  }

  private static boolean hasEightBit(String body) {
    return body.chars().anyMatch(octet -> octet > 0x7F);
  }

  /** Every octet that 7-bit handling may have made something else of is a question mark. */
  private static String masked(String body) {
    return body.replaceAll("[^\\r\\n]", "?");
  }

  private static String difference(String sent, String came) {
    if (came.startsWith(sent)) {
      return "its body came with more behind its end: " + quoted(came.substring(sent.length()));
    }
    if (sent.startsWith(came)) {
      return "its body ends before " + quoted(sent.substring(came.length()));
    }
    List<String> before = List.of(sent.split(LINE_END, -1));
    List<String> after = List.of(came.split(LINE_END, -1));
    int line = 0;
    while (line < Math.min(before.size(), after.size()) - 1
        && before.get(line).equals(after.get(line))) {
      line++;
    }
    return "line "
        + (line + 1)
        + " of its body was "
        + quoted(before.get(line))
        + ", and came as "
        + quoted(after.get(line));
  }

  private static String quoted(String text) {
    return "'" + PrintableText.octets(Octets.of(text)) + "'";
  }

  /** The body without its transfer encoding; empty when it has none. */
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
