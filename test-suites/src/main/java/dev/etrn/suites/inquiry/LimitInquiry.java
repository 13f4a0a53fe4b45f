package dev.etrn.suites.inquiry;

import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.inquiry.session.ServerSession;
import dev.etrn.suites.inquiry.session.SessionOpening;
import dev.etrn.suites.transcript.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Counts how many ETRNs one session accepts.
 *
 * @param opening of its session
 * @param node that is accepted
 */
record LimitInquiry(SessionOpening opening, String node) {

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

  SessionLimit count() throws InterruptedException {
    try (SessionOpening.Opened opened = opening.open()) {
      ServerSession session = opened.session();
      long from = System.nanoTime();
      for (int accepted = 0; accepted < SessionLimit.MOST; accepted++) {
        Optional<Reply> reply = session.ask("ETRN " + node);
        if (!ReplyText.isSuccess(reply)) {
          return ended(session, accepted, reply);
        }
        if (System.nanoTime() - from > LONGEST_NANOS) {
          return new SessionLimit(
              accepted + 1,
              Optional.empty(),
              false,
              accepted + 1 + " were accepted, and the replies became slow");
        }
      }
      return new SessionLimit(SessionLimit.MOST, Optional.empty(), false, "");
    }
  }

  /** A refusal that passes after a while is due to a run under way, and not to the session. */
  private SessionLimit ended(ServerSession session, int accepted, Optional<Reply> reply)
      throws InterruptedException {
    // Nothing counts this down: the time itself is what is wanted.
    boolean unused = new CountDownLatch(1).await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
    Optional<Reply> later = session.ask("ETRN " + node);
    if (ReplyText.isSuccess(later)) {
      return new SessionLimit(
          accepted,
          reply,
          false,
          "number "
              + (accepted + 1)
              + " got "
              + ReplyText.quoted(reply)
              + ", and was accepted later: a run under way");
    }
    boolean isLimit = reply.isPresent() && reply.get().code() != 421 && later.isPresent();
    String remark =
        isLimit
            ? ""
            : "number "
                + (accepted + 1)
                + " got "
                + ReplyText.quoted(reply)
                + ", and the session ended";
    return new SessionLimit(accepted, reply, isLimit, remark);
  }
}
