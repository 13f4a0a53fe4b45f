package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.MailContent.HeaderField;
import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header fields of a message beside those of its delivery. A relay may add fields and fold them
 * anew, but it has no reason to touch what says what a message is (RFC 5321 section 6.4).
 */
final class HeaderComparison {

  private static final String MAIL = "SMTP-037";

  /** A message is not the same one without these, or with others. */
  private static final Set<String> IDENTITY = Set.of("subject", "message-id", "from", "date");

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");
  private static final Pattern COMMENT = Pattern.compile("\\s*\\([^)]*\\)");

  private HeaderComparison() {}

  /** What was removed or altered. */
  static List<Finding> of(MailContent before, MailContent after) {
    var findings = new ArrayList<Finding>();
    for (HeaderField field : before.fields()) {
      List<String> values =
          after.fields().stream()
              .filter(f -> f.name().equals(field.name()))
              .map(HeaderField::value)
              .toList();
      if (!values.contains(field.value())) {
        findings.add(altered(field, values.stream().findFirst()));
      }
    }
    return findings;
  }

  private static Finding altered(HeaderField before, Optional<String> after) {
    String observed =
        "its field "
            + before.name()
            + after
                .map(value -> " was '" + before.value() + "', and came as '" + value + "'")
                .orElse(" was removed");
    return new Finding(weight(before, after), MAIL, observed);
  }

  private static Assessment weight(HeaderField before, Optional<String> after) {
    if (before.name().startsWith("x-")) {
      return Assessment.NOTED;
    }
    if (!IDENTITY.contains(before.name())) {
      return Assessment.DOUBTFUL;
    }
    boolean isSame = after.filter(value -> isSame(before, value)).isPresent();
    return isSame ? Assessment.NOTED : Assessment.BROKEN;
  }

  /** Written in another way, and still the same. */
  private static boolean isSame(HeaderField before, String after) {
    return switch (before.name()) {
      case "from" -> address(before.value()).equals(address(after));
      case "date" -> date(before.value()).isPresent() && date(before.value()).equals(date(after));
      default -> false;
    };
  }

  private static String address(String value) {
    Matcher matcher = ADDRESS.matcher(value);
    return matcher.find() ? matcher.group().toLowerCase(Locale.ROOT) : value;
  }

  private static Optional<Date> date(String value) {
    String plain = COMMENT.matcher(value).replaceAll("");
    return Optional.ofNullable(new MailDateFormat().parse(plain, new ParsePosition(0)));
  }
}
