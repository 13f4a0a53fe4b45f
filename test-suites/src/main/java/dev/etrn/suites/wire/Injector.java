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

  private static final String BODY =
      "A message of the ETRN harness.\r\n.This line begins with a dot.\r\n\r\nIts last line.\r\n";

  private final InetSocketAddress target;
  private final SubmissionSettings settings;
  private final Recorder recorder;

  /** Hands messages in without TLS and AUTH. */
  public Injector(InetSocketAddress target, Duration timeout, Recorder recorder) {
    this(target, SubmissionSettings.of(timeout), recorder);
  }

  public Injector(InetSocketAddress target, SubmissionSettings settings, Recorder recorder) {
    this.target = target;
    this.settings = settings;
    this.recorder = recorder;
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
      settings.connect(transport);
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
    message.setFrom(new InternetAddress(settings.identity().sender()));
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
    Properties properties = settings.properties();
    properties.setProperty("mail.smtp.host", target.getAddress().getHostAddress());
    properties.setProperty("mail.smtp.port", Integer.toString(target.getPort()));
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
