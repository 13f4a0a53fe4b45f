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
 * The count of the ETRNs that one session accepts.
 *
 * @param opening the opening of its session
 * @param node a node that is accepted
 */
record LimitInquiry(SessionOpening opening, String node) {

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

  SessionLimit count() throws InterruptedException {
    try (SessionOpening.Opened opened = opening.open()) {
      ServerSession session = opened.session();
      long startNanos = System.nanoTime();
      for (int accepted = 0; accepted < SessionLimit.MOST; accepted++) {
        Optional<Reply> reply = session.ask("ETRN " + node);
        if (!ReplyText.isSuccess(reply)) {
          return refused(session, accepted, reply);
        }
        if (System.nanoTime() - startNanos > LONGEST_NANOS) {
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

  /**
   * Returns the limit; a refusal that passes after a while is due to a queue run, not to a limit.
   */
  private SessionLimit refused(ServerSession session, int accepted, Optional<Reply> reply)
      throws InterruptedException {
    // Nothing counts this down: the latch only waits for the time to pass.
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
              + ", and was accepted later: a queue run was under way");
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
