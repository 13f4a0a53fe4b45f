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

/** A correct session with a fault between it and its connection. */
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
   * @param thread that the session runs in
   */
  public FaultySession(
      SessionInterceptor fault,
      ScheduledExecutorService thread,
      SessionOutput output,
      SessionFactory sessions) {
    this.fault = fault;
    this.thread = thread;
    this.output = output;
    this.correct = sessions.make(this, fault::handling);
  }

  @Override
  public void begin() {
    fault.begin(this);
  }

  @Override
  public int receive(byte[] octets, int from, int to) {
    int at = from;
    while (at < to && !isWaiting()) {
      if (inContent) {
        at = content(octets, at, to);
      } else {
        pending.append((char) (octets[at++] & 0xFF));
        if (framed(at == to).equals("STARTTLS\r\n")) {
          fault.behindStartTls(new String(octets, at, to - at, StandardCharsets.ISO_8859_1));
          return to;
        }
      }
    }
    return at;
  }

  private int content(byte[] octets, int from, int to) {
    String text = new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    Optional<SessionInterceptor.Span> early = fault.endOfContent(text);
    if (early.isPresent()) {
      int unused = correct.receive(octets, from, from + early.get().from());
      unused = correct.receive(END_OF_CONTENT, 0, END_OF_CONTENT.length);
      return from + early.get().to();
    }
    int end = correct.receive(octets, from, to);
    fault.content(text.substring(0, end - from), this);
    return end;
  }

  /** The line that was taken, or nothing. */
  private String framed(boolean isLastOfSegment) {
    String taken = "";
    switch (fault.framing(pending, isLastOfSegment)) {
      case ENDS -> {
        taken = pending.toString();
        pending.setLength(0);
        fault.line(taken, this);
      }
      case IS_DROPPED -> pending.setLength(0);
      case GOES_ON -> {}
    }
    return taken;
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
  public void pass(String given) {
    line = given;
    byte[] octets = LineFault.octets(given);
    int unused = correct.receive(octets, 0, octets.length);
  }

  @Override
  public void passSilently(String given) {
    isSilent = true;
    pass(given);
    isSilent = false;
  }

  @Override
  public void send(SmtpReply reply) {
    output.reply(reply);
  }

  @Override
  public void hangUp() {
    // A connection is closed behind what is written last, if that is nothing.
    send(SmtpReplyText.verbatim(0, ""));
    output.close();
  }

  @Override
  public void greet() {
    isGreeted = true;
    correct.begin();
  }

  @Override
  public void later(Duration time, Runnable what) {
    var unused =
        thread.schedule(
            () -> {
              what.run();
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
