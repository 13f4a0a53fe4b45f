package dev.etrn.suites.judge.mail;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.FactKey;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** The builder of a transcript with requests of a client and deliveries to the sink. */
final class MailTranscriptBuilder {

  static final String RECIPIENT = "inbox@a.test";
  static final String SENDER = "sender@client.example";

  private final List<Event> events = new ArrayList<>();
  private long now;
  private int connections;

  /** Returns the content of a message, whose lines are given without line ends. */
  static String content(String token, String... body) {
    return "From: "
        + SENDER
        + "\r\nDate: Tue, 1 Dec 2026 00:00:00 +0000\r\nSubject: ETRN harness "
        + token
        + "\r\nMessage-ID: <"
        + token
        + "@client.example>\r\nX-ETRN-Token: "
        + token
        + "\r\n\r\n"
        + String.join("\r\n", body)
        + "\r\n";
  }

  MailTranscriptBuilder handedOver(String group, String token, String recipient, String content) {
    events.add(new Event.Injected(++now, group, token, recipient, Octets.of(content)));
    return this;
  }

  MailTranscriptBuilder handedOver(String group, String token) {
    return handedOver(group, token, RECIPIENT, content(token, "Text."));
  }

  <T> MailTranscriptBuilder fact(FactKey<T> key, T value) {
    events.add(key.at(++now, value));
    return this;
  }

  MailTranscriptBuilder asked(String step, int code) {
    var end = new End(End.Side.CLIENT, ++connections);
    events.add(new Event.Step(++now, end, step));
    events.add(new Event.Sent(++now, end, Octets.of("ETRN a.test\r\n")));
    events.add(new Event.Received(++now, end, Octets.of(code + " so\r\n")));
    return this;
  }

  MailTranscriptBuilder after(long millis) {
    now += millis * 1_000_000;
    return this;
  }

  MailTranscriptBuilder delivered(String token) {
    return delivered(SENDER, RECIPIENT, content(token, "Text."));
  }

  /** Adds a connection with one message, over which the sink accepts everything. */
  MailTranscriptBuilder delivered(String sender, String recipient, String content) {
    var end = new End(End.Side.SINK, ++connections);
    String stuffed = content.replace("\r\n.", "\r\n..");
    events.add(new Event.Opened(++now, end, "sink:25", "hub:9"));
    events.add(
        new Event.Received(
            ++now,
            end,
            Octets.of(
                "EHLO hub.test\r\nMAIL FROM:<"
                    + sender
                    + ">\r\nRCPT TO:<"
                    + recipient
                    + ">\r\nDATA\r\n"
                    + stuffed
                    + ".\r\n")));
    events.add(
        new Event.Sent(
            now, end, Octets.of("220 sink\r\n250 a\r\n250 b\r\n250 c\r\n354 d\r\n250 e\r\n")));
    return this;
  }

  Transcript transcript() {
    return new Transcript("test", events);
  }
}
