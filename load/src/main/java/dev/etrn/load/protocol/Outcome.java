package dev.etrn.load.protocol;

import java.util.Locale;

/**
 * How a step ended: with a reply, or with one of a few errors.
 *
 * @param code the reply's code; 0 when there was none
 * @param error empty when there was a reply
 * @param text the reply's first line, without its code
 */
public record Outcome(int code, String error, String text) {

  /** Nothing was waited for. */
  public static final Outcome WRITTEN = new Outcome(0, "WRITTEN", "");

  static final Outcome TIMEOUT = failed("TIMEOUT");
  static final Outcome CLOSED = failed("CLOSED");
  static final Outcome RESET = failed("RESET");
  static final Outcome REFUSED = failed("REFUSED");
  static final Outcome MALFORMED = failed("MALFORMED");
  static final Outcome NO_CONNECTION = failed("NOT-CONNECTED");
  static final Outcome NO_TLS = failed("NO-TLS");

  static Outcome reply(int code, String text) {
    return new Outcome(code, "", text);
  }

  private static Outcome failed(String error) {
    return new Outcome(0, error, "");
  }

  static Outcome of(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("reset") || message.contains("broken pipe")) {
      return RESET;
    }
    return message.contains("refused") ? REFUSED : failed(cause.getClass().getSimpleName());
  }

  public boolean isReply() {
    return error.isEmpty();
  }

  /** The code, or the error: few distinct values, since they become keys of reports. */
  public String key() {
    return isReply() ? Integer.toString(code) : error;
  }
}
