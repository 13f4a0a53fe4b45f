package dev.etrn.server;

import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.ServerConfig;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one connection: how long its peer may send nothing that counts, and how long it may
 * leave what was written unread.
 *
 * <p>For the connection's own thread. A wait costs one timer, however much is heard meanwhile.
 */
final class SessionTimeouts {

  /**
   * How long to wait.
   *
   * @param command for a command (PMDF-020)
   * @param content for content (PMDF-021, RFC 5321 section 4.5.3.2)
   * @param transmit for the peer to read (PMDF-021)
   */
  record Waits(Duration command, Duration content, Duration transmit) {

    /** What the channel that sessions run as says, or else the server's limit. */
    static Waits of(ServerConfig config) {
      ChannelOptions.Times times = config.incoming().options().times();
      Duration idle = config.limits().idle();
      return new Waits(
          times.commandReceive().orElse(idle),
          times.dataReceive().orElse(idle),
          times.commandTransmit().orElse(idle));
    }
  }

  /** What a connection waits for. */
  enum Expects {
    NOTHING,
    COMMAND,
    CONTENT
  }

  private final Waits waits;
  private final EventExecutor loop;
  private final Supplier<Expects> expects;
  private final Runnable silent;
  private final Runnable deaf;
  private long heardAt;
  private long writtenAt;
  private int unwritten;
  private @Nullable Future<?> nextHearing;
  private @Nullable Future<?> nextWriting;

  /**
   * Begins to wait.
   *
   * @param silent is run when the peer sent nothing for too long
   * @param deaf is run when the peer read nothing for too long
   */
  SessionTimeouts(
      Waits waits, EventExecutor loop, Supplier<Expects> expects, Runnable silent, Runnable deaf) {
    this.waits = waits;
    this.loop = loop;
    this.expects = expects;
    this.silent = silent;
    this.deaf = deaf;
    heardAt = loop.ticker().nanoTime();
    nextHearing = after(shortestHearing(), this::checkHearing);
  }

  /** Something that counts was heard. */
  void heard() {
    heardAt = loop.ticker().nanoTime();
  }

  /** Something is on its way to the peer. */
  void writing(Future<Void> written) {
    if (written.isDone()) {
      return;
    }
    if (unwritten++ == 0) {
      writtenAt = loop.ticker().nanoTime();
    }
    if (nextWriting == null) {
      nextWriting = after(waits.transmit().toNanos(), this::checkWriting);
    }
    var unused =
        written.addListener(
            done -> {
              unwritten--;
              writtenAt = loop.ticker().nanoTime();
            });
  }

  /** The connection is over. */
  void end() {
    cancel(nextHearing);
    cancel(nextWriting);
  }

  private void checkHearing() {
    Expects now = expects.get();
    if (now == Expects.NOTHING) {
      heard();
    }
    Duration most = now == Expects.CONTENT ? waits.content() : waits.command();
    long left = most.toNanos() - (loop.ticker().nanoTime() - heardAt);
    if (left <= 0) {
      silent.run();
    } else {
      nextHearing = after(Math.min(left, shortestHearing()), this::checkHearing);
    }
  }

  private void checkWriting() {
    nextWriting = null;
    if (unwritten == 0) {
      return;
    }
    long left = waits.transmit().toNanos() - (loop.ticker().nanoTime() - writtenAt);
    if (left <= 0) {
      deaf.run();
    } else {
      nextWriting = after(left, this::checkWriting);
    }
  }

  /** What is expected changes between two checks. */
  private long shortestHearing() {
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
