package dev.etrn.server;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.ChannelOptions;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The timeouts of one connection: how long its peer may send no command or content, and how long it
 * may leave replies unread.
 *
 * <p>Used only in the connection's event loop. A wait costs one timer, however much input arrives
 * meanwhile.
 */
final class SessionTimeouts {

  /**
   * The durations of the timeouts.
   *
   * @param command the longest wait for a command (PMDF-020)
   * @param content the longest wait for content (PMDF-021, RFC 5321 section 4.5.3.2)
   * @param transmit the longest wait for the peer to read (PMDF-021)
   */
  record Waits(Duration command, Duration content, Duration transmit) {

    /**
     * Returns the times of the channel that sessions run as, with the server's limit as the
     * default.
     */
    static Waits of(ServerConfig config) {
      ChannelOptions.Times times = config.incoming().options().times();
      Duration idle = config.limits().idle();
      return new Waits(
          times.commandReceive().orElse(idle),
          times.dataReceive().orElse(idle),
          times.commandTransmit().orElse(idle));
    }
  }

  /** The input that a connection waits for. */
  enum Expects {
    NOTHING,
    COMMAND,
    CONTENT
  }

  private final Waits waits;
  private final EventExecutor loop;
  private final Supplier<Expects> expects;
  private final Runnable onSilence;
  private final Runnable onUnread;
  private long heardAt;
  private long writtenAt;
  private int unwritten;
  private @Nullable Future<?> nextReceiveCheck;
  private @Nullable Future<?> nextTransmitCheck;

  /**
   * Starts the timeouts.
   *
   * @param onSilence the action when the peer sent nothing for too long
   * @param onUnread the action when the peer read nothing for too long
   */
  SessionTimeouts(
      Waits waits,
      EventExecutor loop,
      Supplier<Expects> expects,
      Runnable onSilence,
      Runnable onUnread) {
    this.waits = waits;
    this.loop = loop;
    this.expects = expects;
    this.onSilence = onSilence;
    this.onUnread = onUnread;
    heardAt = loop.ticker().nanoTime();
    nextReceiveCheck = after(shortestReceiveTime(), this::checkReceive);
  }

  /** Restarts the receive timeout, after a command or content from the peer. */
  void heard() {
    heardAt = loop.ticker().nanoTime();
  }

  /** Starts the transmit timeout for a write to the peer. */
  void writing(Future<Void> written) {
    if (written.isDone()) {
      return;
    }
    if (unwritten++ == 0) {
      writtenAt = loop.ticker().nanoTime();
    }
    if (nextTransmitCheck == null) {
      nextTransmitCheck = after(waits.transmit().toNanos(), this::checkTransmit);
    }
    var unused =
        written.addListener(
            done -> {
              unwritten--;
              writtenAt = loop.ticker().nanoTime();
            });
  }

  /** Cancels the timeouts, at the end of the connection. */
  void end() {
    cancel(nextReceiveCheck);
    cancel(nextTransmitCheck);
  }

  private void checkReceive() {
    Expects now = expects.get();
    if (now == Expects.NOTHING) {
      heard();
    }
    Duration limit = now == Expects.CONTENT ? waits.content() : waits.command();
    long remainingNanos = limit.toNanos() - (loop.ticker().nanoTime() - heardAt);
    if (remainingNanos <= 0) {
      onSilence.run();
    } else {
      nextReceiveCheck = after(Math.min(remainingNanos, shortestReceiveTime()), this::checkReceive);
    }
  }

  private void checkTransmit() {
    nextTransmitCheck = null;
    if (unwritten == 0) {
      return;
    }
    long remainingNanos = waits.transmit().toNanos() - (loop.ticker().nanoTime() - writtenAt);
    if (remainingNanos <= 0) {
      onUnread.run();
    } else {
      nextTransmitCheck = after(remainingNanos, this::checkTransmit);
    }
  }

  /** Returns the interval of checks: the expected input can change between two of them. */
  private long shortestReceiveTime() {
    return Math.min(waits.command().toNanos(), waits.content().toNanos());
  }

  private Future<?> after(long nanos, Runnable check) {
    return loop.schedule(check, nanos, TimeUnit.NANOSECONDS);
  }

  private static void cancel(@Nullable Future<?> timer) {
    if (timer != null) {
      timer.cancel(false);
    }
  }
}
