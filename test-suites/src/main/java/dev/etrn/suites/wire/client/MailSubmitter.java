package dev.etrn.suites.wire.client;

import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.wire.Recorder;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The submitter of messages to the target over Jakarta Mail, as an ordinary client.
 *
 * <p>Each message carries a token in {@link Delivery#TOKEN_FIELD}, Message-ID and Subject, and has
 * a body that a correct server has no reason to change ({@link MessageForm}).
 */
public final class MailSubmitter {

  private static final String EIGHT_BIT = "8BITMIME";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);

  private final InetSocketAddress target;
  private final SubmissionSettings settings;
  private final Recorder recorder;

  /** A submitter without TLS and AUTH. */
  public MailSubmitter(InetSocketAddress target, Duration timeout, Recorder recorder) {
    this(target, SubmissionSettings.of(timeout), recorder);
  }

  public MailSubmitter(InetSocketAddress target, SubmissionSettings settings, Recorder recorder) {
    this.target = target;
    this.settings = settings;
    this.recorder = recorder;
  }

  /**
   * Sends one message to {@code inbox@node} for each token, over one connection. Failures become
   * {@link Event.NotInjected}.
   *
   * @return the tokens of the messages that the target accepted
   */
  public List<String> inject(String group, String node, List<String> tokens) {
    return inject(group, List.of("inbox@" + node), MessageForm.PLAIN, tokens);
  }

  /**
   * Sends messages like {@link #inject(String, String, List)}, with other recipients and contents;
   * each message is recorded once for each of its recipients.
   */
  public List<String> inject(
      String group, List<String> recipients, MessageForm form, List<String> tokens) {
    var acceptedTokens = new ArrayList<String>();
    Session session = Session.getInstance(properties());
    try (Transport transport = session.getTransport("smtp")) {
      settings.connect(transport);
      for (String token : tokens) {
        Octets content = send(session, transport, recipients, form, token);
        for (String recipient : recipients) {
          recorder.record(nanos -> new Event.Injected(nanos, group, token, recipient, content));
        }
        acceptedTokens.add(token);
      }
    } catch (MessagingException e) {
      if (acceptedTokens.size() < tokens.size()) {
        recorder.record(nanos -> new Event.NotInjected(nanos, group, recipients.get(0), reason(e)));
      }
    }
    return acceptedTokens;
  }

  private Octets send(
      Session session, Transport transport, List<String> recipients, MessageForm form, String token)
      throws MessagingException {
    if (form.isEightBit() && !takesEightBit(transport)) {
      throw new MessagingException(EIGHT_BIT + " is not offered");
    }
    var message = new SMTPMessage(session);
    message.setFrom(new InternetAddress(settings.identity().sender()));
    for (String recipient : recipients) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    }
    message.setSubject(MailContent.SUBJECT + token);
    message.setHeader("Date", DATE.format(OffsetDateTime.now(ZoneOffset.UTC)));
    message.setHeader(MailContent.TOKEN_FIELD, token);
    byte[] body = Octets.of(form.body()).toByteArray();
    String charset = form.isEightBit() ? "iso-8859-1" : "us-ascii";
    message.setDataHandler(
        new DataHandler(new ByteArrayDataSource(body, "text/plain; charset=" + charset)));
    message.saveChanges();
    message.setHeader("Message-ID", "<" + token + "@client.example>");
    // Otherwise Jakarta Mail would encode long lines and octets above 127.
    message.setHeader("Content-Transfer-Encoding", form.isEightBit() ? "8bit" : "7bit");
    if (form.isEightBit()) {
      message.setMailExtension("BODY=" + EIGHT_BIT);
    }
    transport.sendMessage(message, message.getAllRecipients());
    return octets(message);
  }

  private static boolean takesEightBit(Transport transport) {
    return transport instanceof SMTPTransport smtp && smtp.supportsExtension(EIGHT_BIT);
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
