package dev.etrn.suites.wire;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Hands messages to the target as an ordinary client would, over Jakarta Mail.
 *
 * <p>Each message carries a token in {@link Delivery#TOKEN_FIELD}, lines below 78 octets of
 * US-ASCII only, and one that begins with a dot, so that a correct server has no reason to change
 * it.
 */
public final class Injector {

  private static final String SENDER = "sender@client.example";
  private static final String BODY =
      "A message of the ETRN harness.\r\n.This line begins with a dot.\r\n\r\nIts last line.\r\n";

  private final InetSocketAddress target;
  private final Duration timeout;
  private final Recorder recorder;
  private final boolean overTls;

  public Injector(InetSocketAddress target, Duration timeout, Recorder recorder) {
    this(target, timeout, recorder, false);
  }

  private Injector(InetSocketAddress target, Duration timeout, Recorder recorder, boolean overTls) {
    this.target = target;
    this.timeout = timeout;
    this.recorder = recorder;
    this.overTls = overTls;
  }

  /** The same, with STARTTLS before anything else; every certificate is trusted. */
  public Injector overTls() {
    return new Injector(target, timeout, recorder, true);
  }

  /**
   * Sends one message to {@code inbox@node} for each token, over one connection. Failures become
   * {@link Event.NotInjected}.
   *
   * @return the tokens that the target took over
   */
  public List<String> inject(String group, String node, List<String> tokens) {
    String recipient = "inbox@" + node;
    var taken = new ArrayList<String>();
    Session session = Session.getInstance(properties());
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      for (String token : tokens) {
        Octets content = send(session, transport, recipient, token);
        recorder.record(nanos -> new Event.Injected(nanos, group, token, recipient, content));
        taken.add(token);
      }
    } catch (MessagingException e) {
      if (taken.size() < tokens.size()) {
        recorder.record(nanos -> new Event.NotInjected(nanos, group, recipient, reason(e)));
      }
    }
    return taken;
  }

  private Octets send(Session session, Transport transport, String recipient, String token)
      throws MessagingException {
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress(SENDER));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    message.setSubject("ETRN harness " + token);
    message.setHeader("Date", RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
    message.setHeader(Delivery.TOKEN_FIELD, token);
    message.setText(BODY, "us-ascii");
    message.saveChanges();
    message.setHeader("Message-ID", "<" + token + "@client.example>");
    transport.sendMessage(message, message.getAllRecipients());
    return octets(message);
  }

  private static Octets octets(MimeMessage message) throws MessagingException {
    var out = new ByteArrayOutputStream();
    try {
      message.writeTo(out);
    } catch (IOException e) {
      throw new MessagingException("cannot write a message to memory", e);
    }
    return Octets.of(out.toByteArray());
  }

  private Properties properties() {
    String millis = Long.toString(timeout.toMillis());
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", target.getAddress().getHostAddress());
    properties.setProperty("mail.smtp.port", Integer.toString(target.getPort()));
    properties.setProperty("mail.smtp.localhost", "client.example");
    properties.setProperty("mail.smtp.from", SENDER);
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(overTls));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(overTls));
    properties.setProperty("mail.smtp.ssl.trust", "*");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
    return properties;
  }

  private static String reason(MessagingException e) {
    Throwable deepest = e;
    while (deepest instanceof MessagingException m && m.getNextException() != null) {
      deepest = m.getNextException();
    }
    return String.valueOf(deepest.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
