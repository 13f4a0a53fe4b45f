package dev.etrn.suites.inquiry.role;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.inquiry.session.ServerSession;
import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.sink.Sink;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * One message for a node: handed in, looked at whether it lies still, and asked for.
 *
 * @param sink where the server delivers
 * @param quiet how long it must lie still
 * @param within how long it may take to come
 * @param isRefusedAtFirst whether the sink refuses it while it is handed in, so that a server that
 *     relays at once keeps it
 */
public record MailTrial(Sink sink, Duration quiet, Duration within, boolean isRefusedAtFirst) {

  private static final int AWAY = 450;

  /**
   * Plays it in one session.
   *
   * @param request the line that asks, such as {@code ETRN branch.example}
   */
  public MailFinding play(ServerSession session, String node, String request, String token)
      throws InterruptedException {
    Optional<MailFinding> refusal = handIn(session, node, token);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    long handedIn = System.nanoTime();
    if (sink.await(List.of(token), quiet)) {
      return new MailFinding.CameUnasked(since(handedIn));
    }
    long asked = System.nanoTime();
    Optional<Reply> reply = session.ask(request);
    if (!ReplyText.isSuccess(reply)) {
      return new MailFinding.NotReleased(reply);
    }
    return sink.await(List.of(token), within)
        ? new MailFinding.Came(since(asked), reply.orElseThrow())
        : new MailFinding.Missing(within, reply.orElseThrow());
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  private Optional<MailFinding> handIn(ServerSession session, String node, String token)
      throws InterruptedException {
    if (!isRefusedAtFirst) {
      return send(session, node, token);
    }
    SinkPlan after = sink.plan();
    sink.plan(new SinkPlan.RefuseRecipients(AWAY));
    try {
      int before = sink.refused();
      Optional<MailFinding> refusal = send(session, node, token);
      if (refusal.isEmpty()) {
        sink.awaitRefused(before + 1, within);
      }
      return refusal;
    } finally {
      sink.plan(after);
    }
  }

  /** What refuses the message; empty when it was taken. */
  private static Optional<MailFinding> send(ServerSession session, String node, String token) {
    for (String line : List.of(session.identity().mail(), "RCPT TO:<inbox@" + node + ">", "DATA")) {
      Optional<Reply> reply = session.ask(line);
      if (reply.filter(r -> r.firstDigit() == 2 || r.firstDigit() == 3).isEmpty()) {
        session.ask("RSET");
        return Optional.of(new MailFinding.NotTaken(line, reply));
      }
    }
    Optional<Reply> reply =
        session.ask(content(session.identity().sender(), node, token) + "\r\n.");
    return ReplyText.isSuccess(reply)
        ? Optional.empty()
        : Optional.of(new MailFinding.NotTaken("the message", reply));
  }

  private static String content(String sender, String node, String token) {
    return String.join(
        "\r\n",
        "From: <" + sender + ">",
        "To: <inbox@" + node + ">",
        "Subject: ETRN harness " + token,
        "Date: " + RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)),
        "Message-ID: <" + token + "@client.example>",
        MailContent.TOKEN_FIELD + ": " + token,
        "",
        "A message with which the ETRN harness tries whether mail comes on request.");
  }
}
