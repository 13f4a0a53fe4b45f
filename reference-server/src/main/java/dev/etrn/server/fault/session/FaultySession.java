package dev.etrn.server.fault.session;

import dev.etrn.server.fault.SmtpReplyText;
import dev.etrn.server.smtp.SessionOutput;
import dev.etrn.server.smtp.SmtpSession;
import dev.etrn.server.wire.SmtpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The correct session with a fault between it and its connection. */
public final class FaultySession implements SmtpSession, SessionOutput, SessionInterceptor.Wire {

  private static final byte[] END_OF_CONTENT = LineFault.octets("\r\n.\r\n");

  private final SessionInterceptor fault;
  private final SessionOutput output;
  private final ScheduledExecutorService thread;
  private final SmtpSession correct;
  private final StringBuilder pending = new StringBuilder();
  private String line = "";
  private boolean inContent;
  private boolean isSilent;
  private boolean isGreeted;

  /**
   * @param thread the thread of the session
   */
  public FaultySession(
      SessionInterceptor fault,
      ScheduledExecutorService thread,
      SessionOutput output,
      SessionFactory sessions) {
    this.fault = fault;
    this.thread = thread;
    this.output = output;
    this.correct = sessions.make(this, fault::faultyHandler);
  }

  @Override
  public void begin() {
    fault.begin(this);
  }

  @Override
  public int receive(byte[] octets, int start, int end) {
    int index = start;
    while (index < end && !isWaiting()) {
      if (inContent) {
        index = content(octets, index, end);
      } else {
        pending.append((char) (octets[index++] & 0xFF));
        if (framed(index == end).equals("STARTTLS\r\n")) {
          fault.afterStartTls(new String(octets, index, end - index, StandardCharsets.ISO_8859_1));
          return end;
        }
      }
    }
    return index;
  }

  private int content(byte[] octets, int start, int limit) {
    String text = new String(octets, start, limit - start, StandardCharsets.ISO_8859_1);
    Optional<SessionInterceptor.Span> early = fault.endOfContent(text);
    if (early.isPresent()) {
      int unused = correct.receive(octets, start, start + early.get().start());
      unused = correct.receive(END_OF_CONTENT, 0, END_OF_CONTENT.length);
      return start + early.get().end();
    }
    int end = correct.receive(octets, start, limit);
    fault.content(text.substring(0, end - start), this);
    return end;
  }

  /** Returns the line that ended, or the empty string. */
  private String framed(boolean isLastOfSegment) {
    String ended = "";
    switch (fault.framing(pending, isLastOfSegment)) {
      case ENDS -> {
        ended = pending.toString();
        pending.setLength(0);
        fault.line(ended, this);
      }
      case IS_DROPPED -> pending.setLength(0);
      case GOES_ON -> {}
    }
    return ended;
  }

  @Override
  public void encrypted() {
    correct.encrypted();
    fault.encrypted(this);
  }

  @Override
  public boolean isWaiting() {
    return !isGreeted || correct.isWaiting();
  }

  @Override
  public boolean takesContent() {
    return correct.takesContent();
  }

  @Override
  public long progress() {
    return correct.progress();
  }

  @Override
  public void shutDown() {
    correct.shutDown();
  }

  @Override
  public void timeOut() {
    correct.timeOut();
  }

  @Override
  public void pass(String text) {
    line = text;
    byte[] octets = LineFault.octets(text);
    int unused = correct.receive(octets, 0, octets.length);
  }

  @Override
  public void passSilently(String text) {
    isSilent = true;
    pass(text);
    isSilent = false;
  }

  @Override
  public void send(SmtpReply reply) {
    output.reply(reply);
  }

  @Override
  public void hangUp() {
    // The connection closes after the last write, even an empty one.
    send(SmtpReplyText.verbatim(0, ""));
    output.close();
  }

  @Override
  public void greet() {
    isGreeted = true;
    correct.begin();
  }

  @Override
  public void later(Duration time, Runnable action) {
    var unused =
        thread.schedule(
            () -> {
              action.run();
              output.resume();
            },
            time.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void reply(SmtpReply reply) {
    inContent = reply.code() == 354 && ReplyFault.verb(line).equals("DATA");
    if (!isSilent) {
      fault.reply(line, reply, this);
    }
  }

  @Override
  public void close() {
    if (fault.closes(line)) {
      output.close();
    }
  }

  @Override
  public void startTls() {
    output.startTls();
  }

  @Override
  public void resume() {
    output.resume();
  }
}
