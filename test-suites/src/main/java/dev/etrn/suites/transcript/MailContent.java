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
 * @param fields the header fields in their order, each unfolded and with single spaces
 * @param body all octets after the blank line that ends the header
 */
public record MailContent(List<HeaderField> fields, String body) {

  /** The header field that carries the token of an injected message. */
  public static final String TOKEN_FIELD = "X-ETRN-Token";

  /** The beginning of the subject of the harness's messages; the token follows. */
  public static final String SUBJECT = "ETRN harness ";

  private static final Pattern IN_SUBJECT = Pattern.compile(Pattern.quote(SUBJECT) + "(\\S+)");
  private static final Pattern IN_MESSAGE_ID = Pattern.compile("<([^@<>\\s]+)@[^<>]*>");
  private static final String LINE_END = "\r\n";

  public MailContent {
    fields = List.copyOf(fields);
  }

  /**
   * A field of a header.
   *
   * @param name the name in lower case
   * @param value the value without the blanks around it
   */
  public record HeaderField(String name, String value) {}

  /** Reads content; text without a blank line is only a header. */
  public static MailContent parse(String content) {
    boolean isBodyOnly = content.startsWith(LINE_END);
    int headerEnd = isBodyOnly ? 0 : content.indexOf(LINE_END + LINE_END);
    String header = headerEnd < 0 ? content : content.substring(0, headerEnd);
    String body = headerEnd < 0 ? "" : content.substring(headerEnd + (isBodyOnly ? 2 : 4));
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

  /** Returns the value of the first field with this name, which is in lower case. */
  public Optional<String> field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(HeaderField::value).findFirst();
  }

  /**
   * Returns the tokens by which the message can be recognised: a relay may remove or rewrite any of
   * the fields that carry the token.
   *
   * @return the token of the harness's own field first, then those of the Message-ID and the
   *     subject
   */
  public Set<String> tokens() {
    var tokens = new LinkedHashSet<String>();
    field(TOKEN_FIELD.toLowerCase(Locale.ROOT)).ifPresent(tokens::add);
    field("message-id").flatMap(value -> firstGroup(IN_MESSAGE_ID, value)).ifPresent(tokens::add);
    field("subject").flatMap(value -> firstGroup(IN_SUBJECT, value)).ifPresent(tokens::add);
    return tokens;
  }

  private static Optional<String> firstGroup(Pattern pattern, String value) {
    Matcher matcher = pattern.matcher(value);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
