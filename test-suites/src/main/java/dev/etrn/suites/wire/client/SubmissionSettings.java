package dev.etrn.suites.wire.client;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings for submitting mail over Jakarta Mail; every certificate is trusted.
 *
 * @param client the names, the timeouts, and the use of TLS from the first octet
 * @param startTls the use of STARTTLS
 * @param credentials the credentials for AUTH, where the target announces it
 */
public record SubmissionSettings(
    ClientSettings client, StartTls startTls, Optional<Credentials> credentials) {

  /** The use of STARTTLS. */
  public enum StartTls {
    NEVER,
    WHEN_OFFERED,
    ALWAYS
  }

  /** A user and a password; only the wire sees the password. */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return user + ":****";
    }
  }

  /** Returns settings without TLS and AUTH, with the standard names. */
  public static SubmissionSettings of(Duration timeout) {
    var client = ClientSettings.of(timeout, ConnectionTimeouts.of(timeout));
    return new SubmissionSettings(client, StartTls.NEVER, Optional.empty());
  }

  ClientIdentity identity() {
    return client.identity();
  }

  void connect(Transport transport) throws MessagingException {
    if (credentials.isPresent()) {
      transport.connect(credentials.get().user(), credentials.get().password());
    } else {
      transport.connect();
    }
  }

  /** Returns all properties but the address. */
  Properties properties() {
    // Jakarta Mail has one timeout for the greeting and every reply.
    String millis = Long.toString(client.timeouts().greeting().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.smtp.localhost", identity().ehlo());
    properties.setProperty("mail.smtp.from", identity().sender());
    properties.setProperty(
        "mail.smtp.connectiontimeout", Long.toString(client.connect().toMillis()));
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(client.isEncrypted()));
    properties.setProperty(
        "mail.smtp.starttls.required", Boolean.toString(startTls == StartTls.ALWAYS));
    properties.setProperty(
        "mail.smtp.starttls.enable", Boolean.toString(startTls != StartTls.NEVER));
    properties.setProperty("mail.smtp.ssl.trust", "*");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
    return properties;
  }
}
