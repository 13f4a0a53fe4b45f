package dev.etrn.server.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The stored form of a password: PBKDF2 with HMAC-SHA-256, written as {@code
 * pbkdf2:ITERATIONS:SALT:HASH} in Base64.
 *
 * @param iterations the iterations of the function
 * @param salt the random salt
 * @param hash the hash of the password
 */
public record PasswordHash(int iterations, byte[] salt, byte[] hash) {

  private static final int ITERATIONS = 210_000;
  private static final int BITS = 256;

  /** Hashes a password with a new salt. */
  public static PasswordHash of(String password) {
    return of(password, ITERATIONS);
  }

  /**
   * Hashes a password with a new salt at another cost; a low cost is for long random passwords.
   *
   * @param iterations at least 1
   */
  public static PasswordHash of(String password, int iterations) {
    byte[] salt = random(16);
    return new PasswordHash(iterations, salt, derive(password, salt, iterations));
  }

  /** Returns a hash that no password has; comparing with it takes as long as with a real one. */
  static PasswordHash ofNothing() {
    return new PasswordHash(ITERATIONS, random(16), random(BITS / 8));
  }

  /** Reads the written form; empty for any other text. */
  public static Optional<PasswordHash> parse(String text) {
    String[] parts = text.split(":");
    if (parts.length != 4 || !parts[0].equals("pbkdf2") || !parts[1].matches("[1-9][0-9]{0,7}")) {
      return Optional.empty();
    }
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      byte[] salt = base64.decode(parts[2]);
      byte[] hash = base64.decode(parts[3]);
      boolean isWhole = salt.length > 0 && hash.length == BITS / 8;
      return isWhole
          ? Optional.of(new PasswordHash(Integer.parseInt(parts[1]), salt, hash))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns true if {@code password} has this hash; takes about a tenth of a second, right or
   * wrong.
   */
  public boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations));
  }

  /** Returns the written form. */
  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "pbkdf2:"
        + iterations
        + ":"
        + base64.encodeToString(salt)
        + ":"
        + base64.encodeToString(hash);
  }

  private static byte[] random(int length) {
    byte[] octets = new byte[length];
    new SecureRandom().nextBytes(octets);
    return octets;
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    try {
      var key = new PBEKeySpec(password.toCharArray(), salt, iterations, BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2 with HMAC-SHA-256", e);
    }
  }
}
