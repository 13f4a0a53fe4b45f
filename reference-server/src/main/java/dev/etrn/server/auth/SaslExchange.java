package dev.etrn.server.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * An AUTH exchange, from the command to the credentials (RFC 4954 section 4): PLAIN (RFC 4616) and
 * LOGIN. Never throws.
 */
public final class SaslExchange {

  /** The next step of the server. */
  public sealed interface Step {}

  /**
   * A challenge, sent with reply code 334.
   *
   * @param text the challenge in Base64
   */
  public record Challenge(String text) implements Step {}

  /** The end of the exchange with credentials, which the server still has to check. */
  public record Claimed(SaslCredentials credentials) implements Step {}

  /**
   * The end of the exchange without credentials: the client cancelled, or sent something malformed.
   */
  public record Ended() implements Step {}

  private final boolean isPlain;
  private Optional<String> name = Optional.empty();

  private SaslExchange(boolean isPlain) {
    this.isPlain = isPlain;
  }

  /** Returns an exchange with this mechanism, or empty when it is not supported. */
  public static Optional<SaslExchange> of(String mechanism) {
    return switch (mechanism.toUpperCase(Locale.ROOT)) {
      case "PLAIN" -> Optional.of(new SaslExchange(true));
      case "LOGIN" -> Optional.of(new SaslExchange(false));
      default -> Optional.empty();
    };
  }

  /**
   * Begins the exchange.
   *
   * @param initial the initial response in Base64, {@code =} for an empty one, or the empty string
   *     for none
   */
  public Step begin(String initial) {
    if (initial.isEmpty()) {
      return new Challenge(isPlain ? "" : base64("Username:"));
    }
    return initial.equals("=") ? new Ended() : response(initial);
  }

  /** Takes the client's next line. */
  public Step response(String line) {
    Optional<String> decoded = line.equals("*") ? Optional.empty() : decoded(line);
    if (decoded.isEmpty()) {
      return new Ended();
    }
    return isPlain ? plain(decoded.get()) : login(decoded.get());
  }

  private Step plain(String message) {
    String[] parts = message.split("\0", -1);
    boolean isForItself = parts.length == 3 && (parts[0].isEmpty() || parts[0].equals(parts[1]));
    return isForItself && !parts[1].isEmpty()
        ? new Claimed(new SaslCredentials(parts[1], parts[2]))
        : new Ended();
  }

  private Step login(String text) {
    if (name.isEmpty()) {
      name = Optional.of(text);
      return text.isEmpty() ? new Ended() : new Challenge(base64("Password:"));
    }
    return new Claimed(new SaslCredentials(name.get(), text));
  }

  private static Optional<String> decoded(String line) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
