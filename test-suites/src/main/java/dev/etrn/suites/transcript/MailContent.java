package dev.etrn.suites.transcript;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header and the body of a message, each character one octet (RFC 5322 section 2.1).
 *
 * @param fields in their order, with folding and runs of blanks made one space
 * @param body all octets behind the blank line that ends the header
 */
public record MailContent(List<HeaderField> fields, String body) {

  /** The header field that carries the token of an injected message. */
  public static final String TOKEN_FIELD = "X-ETRN-Token";

  /** What the subject of a message of the harness begins with; its token follows. */
  public static final String SUBJECT = "ETRN harness ";

  private static final Pattern IN_SUBJECT = Pattern.compile(Pattern.quote(SUBJECT) + "(\\S+)");
  private static final Pattern IN_MESSAGE_ID = Pattern.compile("<([^@<>\\s]+)@[^<>]*>");
  private static final String LINE_END = "\r\n";

  public MailContent {
    fields = List.copyOf(fields);
  }

  /**
   * One field of a header.
   *
   * @param name in lower case
   * @param value without the blanks around it
   */
  public record HeaderField(String name, String value) {}

  /** Reads content; text without a blank line is a header alone. */
  public static MailContent parse(String content) {
    boolean isBodyAlone = content.startsWith(LINE_END);
    int at = isBodyAlone ? 0 : content.indexOf(LINE_END + LINE_END);
    String header = at < 0 ? content : content.substring(0, at);
    String body = at < 0 ? "" : content.substring(at + (isBodyAlone ? 2 : 4));
    return new MailContent(fields(header), body);
  }

  private static List<HeaderField> fields(String header) {
    var fields = new ArrayList<HeaderField>();
    for (String line : header.replaceAll("\r\n[ \t]+", " ").split(LINE_END)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.add(
            new HeaderField(
                line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                line.substring(colon + 1).strip().replaceAll("\\s+", " ")));
      }
    }
    return fields;
  }

  /** The value of the first field of this name, in lower case. */
  public Optional<String> field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(HeaderField::value).findFirst();
  }

  /**
   * The tokens by which the message can be recognised: a relay may remove or rewrite any one of the
   * fields that carry it.
   *
   * @return the field of the harness first, then the Message-ID and the subject
   */
  public Set<String> tokens() {
    var tokens = new LinkedHashSet<String>();
    field(TOKEN_FIELD.toLowerCase(Locale.ROOT)).ifPresent(tokens::add);
    field("message-id").flatMap(value -> found(IN_MESSAGE_ID, value)).ifPresent(tokens::add);
    field("subject").flatMap(value -> found(IN_SUBJECT, value)).ifPresent(tokens::add);
    return tokens;
  }

  private static Optional<String> found(Pattern pattern, String value) {
    Matcher matcher = pattern.matcher(value);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
