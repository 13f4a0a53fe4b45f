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
 * The comparison of a message's header fields with those of its delivery. A relay may add fields
 * and fold them again, but it has no reason to change those that identify the message (RFC 5321
 * section 6.4).
 */
final class HeaderComparison {

  private static final String MAIL = "SMTP-037";

  /** The fields that identify a message. */
  private static final Set<String> IDENTITY = Set.of("subject", "message-id", "from", "date");

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");
  private static final Pattern COMMENT = Pattern.compile("\\s*\\([^)]*\\)");

  private HeaderComparison() {}

  /** Returns a finding for each field that was removed or altered. */
  static List<Finding> of(MailContent submitted, MailContent delivered) {
    var findings = new ArrayList<Finding>();
    for (HeaderField field : submitted.fields()) {
      List<String> values =
          delivered.fields().stream()
              .filter(f -> f.name().equals(field.name()))
              .map(HeaderField::value)
              .toList();
      if (!values.contains(field.value())) {
        findings.add(altered(field, values.stream().findFirst()));
      }
    }
    return findings;
  }

  private static Finding altered(HeaderField field, Optional<String> delivered) {
    String observed =
        "its field "
            + field.name()
            + delivered
                .map(value -> " was '" + field.value() + "', and came as '" + value + "'")
                .orElse(" was removed");
    return new Finding(weight(field, delivered), MAIL, observed);
  }

  private static Assessment weight(HeaderField field, Optional<String> delivered) {
    if (field.name().startsWith("x-")) {
      return Assessment.NOTED;
    }
    if (!IDENTITY.contains(field.name())) {
      return Assessment.DOUBTFUL;
    }
    boolean isSame = delivered.filter(value -> isSame(field, value)).isPresent();
    return isSame ? Assessment.NOTED : Assessment.BROKEN;
  }

  /** Returns true if the field is only written in another way. */
  private static boolean isSame(HeaderField field, String delivered) {
    return switch (field.name()) {
      case "from" -> address(field.value()).equals(address(delivered));
      case "date" -> date(field.value()).isPresent() && date(field.value()).equals(date(delivered));
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
