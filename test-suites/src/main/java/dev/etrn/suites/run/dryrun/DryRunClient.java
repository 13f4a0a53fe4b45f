package dev.etrn.suites.run.dryrun;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.ReplyReader;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.ClientIdentity;
import dev.etrn.suites.wire.client.WireClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** The client of a dry run: it records its octets, and gets the replies of a willing server. */
final class DryRunClient implements WireClient {

  private static final String OFFERS =
      "250-hub.example\r\n250-PIPELINING\r\n250-STARTTLS\r\n250-AUTH PLAIN LOGIN\r\n250 ETRN";

  private final End end;
  private final ClientIdentity identity;
  private final Recorder recorder;
  private final AssumedReply assumedReply;
  private final ReplyReader reader = new ReplyReader();
  private final StringBuilder unanswered = new StringBuilder();
  private final Deque<Octets> unread = new ArrayDeque<>();
  private int challenges;
  private boolean inContent;
  private boolean open = true;
  private int readCount;

  DryRunClient(End end, ClientIdentity identity, Recorder recorder, AssumedReply assumedReply) {
    this.end = end;
    this.identity = identity;
    this.recorder = recorder;
    this.assumedReply = assumedReply;
    recorder.record(nanos -> new Event.Opened(nanos, end, "-", "-"));
    answer("220 hub.example ESMTP");
  }

  @Override
  public End end() {
    return end;
  }

  @Override
  public ClientIdentity identity() {
    return identity;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public WireClient step(String name) {
    recorder.record(nanos -> new Event.Step(nanos, end, name));
    return this;
  }

  @Override
  public WireClient send(String octets) {
    return sendSecretly(octets, octets);
  }

  @Override
  public WireClient sendSecretly(String octets, String recorded) {
    if (open) {
      recorder.record(nanos -> new Event.Sent(nanos, end, Octets.of(recorded)));
      unanswered.append(octets);
      int lineEnd;
      while ((lineEnd = unanswered.indexOf("\r\n")) >= 0) {
        String line = unanswered.substring(0, lineEnd);
        unanswered.delete(0, lineEnd + 2);
        line(line, line.toUpperCase(Locale.ROOT));
      }
    }
    return this;
  }

  @Override
  public int flood(String octets, int times, Duration atMost) {
    send(octets);
    return times;
  }

  @Override
  public boolean startTls() {
    if (open) {
      recorder.record(nanos -> new Event.Handshake(nanos, end, true, "assumed"));
    }
    return open;
  }

  @Override
  public WireClient sendInPieces(String octets, int size, Duration pause) {
    for (int start = 0; start < octets.length(); start += size) {
      send(octets.substring(start, Math.min(octets.length(), start + size)));
    }
    return this;
  }

  @Override
  public Optional<Reply> reply() {
    if (readCount >= reader.count()) {
      return Optional.empty();
    }
    take(1);
    return Optional.of(reader.replies().get(readCount - 1));
  }

  @Override
  public boolean replies(int count) {
    take(Math.min(reader.count() - readCount, count));
    return true;
  }

  @Override
  public void listen(Duration time) {
    take(reader.count() - readCount);
  }

  @Override
  public void untilClosed(Duration atMost) {
    take(reader.count() - readCount);
  }

  @Override
  public void halfClose() {
    if (open) {
      recorder.record(nanos -> new Event.Closed(nanos, end, Closing.HALF_BY_US));
    }
  }

  @Override
  public void reset() {
    end(Closing.RESET_BY_US);
  }

  @Override
  public void close() {
    end(Closing.BY_US);
  }

  /** Reads the next replies; records them if the reply to ETRN is assumed. */
  private void take(int count) {
    readCount += count;
    for (int i = 0; i < count; i++) {
      Octets octets = unread.remove();
      if (assumedReply.isRecorded()) {
        recorder.record(nanos -> new Event.Received(nanos, end, octets));
      }
    }
  }

  private void end(Closing closing) {
    if (open) {
      open = false;
      recorder.record(nanos -> new Event.Closed(nanos, end, closing));
    }
  }

  private void line(String line, String upper) {
    if (challenges > 0) {
      challenges--;
      answer(challenges > 0 ? "334 go on" : "235 2.7.0 known");
      return;
    }
    if (inContent) {
      if (line.equals(".")) {
        inContent = false;
        answer("250 2.0.0 taken");
      }
      return;
    }
    switch (upper.split("[ :]", 2)[0]) {
      case "EHLO" -> answer(OFFERS);
      case "STARTTLS" -> answer("220 go on");
      case "AUTH" -> {
        challenges = upper.matches("AUTH \\S+ \\S+") ? 0 : upper.endsWith(" LOGIN") ? 2 : 1;
        answer(challenges == 0 ? "235 2.7.0 known" : "334 go on");
      }
      case "HELO", "RSET", "NOOP", "MAIL", "RCPT" -> answer("250 2.0.0 yes");
      case "ETRN" -> answer(etrn(line, upper));
      case "DATA" -> {
        inContent = true;
        answer("354 go on");
      }
      case "QUIT" -> answer("221 bye");
      default -> answer("500 unknown");
    }
  }

  private String etrn(String line, String upper) {
    String assumed = upper.matches("ETRN [@#]?[A-Z0-9._-]+") ? "250 started" : "501 no node";
    return assumedReply.replyTo(line).orElse(assumed);
  }

  private void answer(String reply) {
    unread.add(Octets.of(reply + "\r\n"));
    reader.feed(recorder.now(), Octets.of(reply + "\r\n"));
  }
}
