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
 * The trial of one message for a node: it is submitted, watched, and asked for.
 *
 * @param sink the sink to which the server delivers
 * @param quiet the time for which the server must hold it
 * @param within the longest time that it may take to come
 * @param isRefusedAtFirst true if the sink refuses it during submission, so that a server that
 *     relays at once keeps it
 */
public record MailTrial(Sink sink, Duration quiet, Duration within, boolean isRefusedAtFirst) {

  private static final int AWAY = 450;

  /**
   * Plays the trial in one session.
   *
   * @param request the request line, such as {@code ETRN branch.example}
   */
  public MailFinding play(ServerSession session, String node, String request, String token)
      throws InterruptedException {
    Optional<MailFinding> refusal = submit(session, node, token);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    long submissionNanos = System.nanoTime();
    if (sink.await(List.of(token), quiet)) {
      return new MailFinding.CameUnasked(since(submissionNanos));
    }
    long requestNanos = System.nanoTime();
    Optional<Reply> reply = session.ask(request);
    if (!ReplyText.isSuccess(reply)) {
      return new MailFinding.NotReleased(reply);
    }
    return sink.await(List.of(token), within)
        ? new MailFinding.Came(since(requestNanos), reply.orElseThrow())
        : new MailFinding.Missing(within, reply.orElseThrow());
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  private Optional<MailFinding> submit(ServerSession session, String node, String token)
      throws InterruptedException {
    if (!isRefusedAtFirst) {
      return send(session, node, token);
    }
    SinkPlan previous = sink.plan();
    sink.plan(new SinkPlan.RefuseRecipients(AWAY));
    try {
      int refusedBefore = sink.refused();
      Optional<MailFinding> refusal = send(session, node, token);
      if (refusal.isEmpty()) {
        sink.awaitRefused(refusedBefore + 1, within);
      }
      return refusal;
    } finally {
      sink.plan(previous);
    }
  }

  /** Submits the message; returns the refusal, or empty if the server took it. */
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
        "The ETRN harness sent this message to test whether mail comes on request.");
  }
}
