package dev.etrn.server.wire;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The date of a header field, with a numeric zone (RFC 5322 section 3.3). */
public final class MailDate {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);

  private MailDate() {}

  /** Returns the text, such as {@code Thu, 1 Jan 1970 00:00:00 +0000}. */
  public static String of(ZonedDateTime time) {
    return FORMAT.format(time);
  }
}
