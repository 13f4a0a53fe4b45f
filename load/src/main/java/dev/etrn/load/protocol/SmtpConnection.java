package dev.etrn.load.protocol;

import dev.etrn.suites.transcript.Event.Closing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one virtual user to the server, on that user's event loop; it splits the input
 * into replies, and hands them in order to the listeners that wait for them.
 *
 * <p>Everything runs on the event loop, without locks and without a change of thread. One timer
 * serves all replies; it is set again only when it expires. A reply that no listener waits for ends
 * the connection: 421 as closed by the peer, any other as malformed.
 */
public final class SmtpConnection extends ChannelInboundHandlerAdapter {

  private final Channel channel;
  private final VirtualUser user;
  private final long timeoutNanos;
  private final @Nullable ConnectionTranscript transcript;
  private final ReplyDecoder decoder = new ReplyDecoder();
  private final Queue<ReplyListener> waiting = new ArrayDeque<>(2);
  private long deadlineNanos;
  private @Nullable ScheduledFuture<?> timer;
  private @Nullable StepError lostBy;
  private boolean isHandshaking;
  private boolean isOver;

  SmtpConnection(
      Channel channel,
      VirtualUser user,
      long timeoutNanos,
      @Nullable ConnectionTranscript transcript) {
    this.channel = channel;
    this.user = user;
    this.timeoutNanos = timeoutNanos;
    this.transcript = transcript;
  }

  /** Returns the user that this connection belongs to. */
  public VirtualUser user() {
    return user;
  }

  /** Returns true if commands can still be sent. */
  public boolean isOpen() {
    return !isOver;
  }

  /**
   * Returns the error that ended the connection; empty while it is open, and when this side closed
   * it on purpose.
   */
  public Optional<StepError> lostBy() {
    return Optional.ofNullable(lostBy);
  }

  /** Returns the text of the current reply without codes, its lines joined by LF. */
  public String replyText() {
    return decoder.text();
  }

  /** Waits for a reply that needs no command: the greeting. */
  public void await(ReplyListener listener) {
    waiting.add(listener);
    startTimer();
  }

  /** Begins a step in the transcript, if there is one. */
  public void step(Step step) {
    if (transcript != null) {
      transcript.step(step);
    }
  }

  /**
   * Writes octets at once, and waits for the replies to them.
   *
   * @param octets the octets, one char for each
   * @param shown the text that stands for them in a transcript; differs when they hold a secret
   * @param replies the number of replies that the listener waits for; may be 0
   */
  public void send(String octets, String shown, ReplyListener listener, int replies) {
    if (transcript != null) {
      transcript.sent(shown);
    }
    for (int i = 0; i < replies; i++) {
      waiting.add(listener);
    }
    if (replies > 0) {
      startTimer();
    }
    ByteBuf out = channel.alloc().buffer(octets.length());
    ByteBufUtil.writeAscii(out, octets);
    var unused = channel.writeAndFlush(out, channel.voidPromise());
  }

  /** Begins TLS; the listener gets code 0 when the handshake is done. */
  public void startTls(SslHandler tls, ReplyListener listener) {
    isHandshaking = true;
    await(listener);
    step(Step.TLS);
    tls.setHandshakeTimeoutMillis(0);
    channel.pipeline().addFirst(tls);
    var unused =
        tls.handshakeFuture()
            .addListener(
                handshake -> {
                  if (handshake.isSuccess()) {
                    handshaken(tls.engine().getSession().getProtocol());
                  } else {
                    handshakeFailed(handshake.cause());
                  }
                });
  }

  /** Closes the connection; waiting listeners are not called. Closing twice does nothing. */
  public void close() {
    end(Closing.BY_US);
    var unused = channel.close();
  }

  /** Drops the connection with RST; waiting listeners are not called. */
  public void reset() {
    end(Closing.RESET_BY_US);
    if (channel.isActive()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    var unused = channel.close();
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (transcript != null) {
      transcript.opened(channel);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    try {
      long nanos = System.nanoTime();
      if (transcript != null && !isOver) {
        transcript.received(nanos, in);
      }
      while (!isOver && in.isReadable()) {
        read(in, nanos);
      }
    } finally {
      in.release();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail(StepError.CLOSED, Closing.BY_PEER);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // Only TLS decodes octets before this handler sees them.
    if (cause instanceof DecoderException) {
      fail(StepError.TLS, Closing.BY_US);
    } else {
      fail(StepError.RESET, Closing.RESET_BY_PEER);
    }
  }

  private void read(ByteBuf in, long nanos) {
    // RFC 3207 section 4.2: octets in the clear after the reply to STARTTLS must not be used.
    int code = isHandshaking ? ReplyDecoder.MALFORMED : decoder.read(in);
    if (code == ReplyDecoder.MORE) {
      return;
    }
    ReplyListener listener = code == ReplyDecoder.MALFORMED ? null : waiting.poll();
    if (listener == null) {
      fail(code == 421 ? StepError.CLOSED : StepError.MALFORMED, Closing.BY_US);
      return;
    }
    deadlineNanos = nanos + timeoutNanos;
    listener.replied(code, nanos);
  }

  private void handshaken(String protocol) {
    isHandshaking = false;
    ReplyListener listener = waiting.poll();
    if (listener == null) {
      return;
    }
    if (transcript != null) {
      transcript.handshake(true, protocol);
    }
    listener.replied(0, System.nanoTime());
  }

  private void handshakeFailed(Throwable cause) {
    if (transcript != null && !isOver) {
      transcript.handshake(false, String.valueOf(cause.getMessage()));
    }
    fail(StepError.TLS, Closing.BY_US);
  }

  private void startTimer() {
    deadlineNanos = System.nanoTime() + timeoutNanos;
    if (timer == null) {
      timer = channel.eventLoop().schedule(this::timeUp, timeoutNanos, TimeUnit.NANOSECONDS);
    }
  }

  private void timeUp() {
    timer = null;
    if (isOver || waiting.isEmpty()) {
      return;
    }
    long left = deadlineNanos - System.nanoTime();
    if (left > 0) {
      timer = channel.eventLoop().schedule(this::timeUp, left, TimeUnit.NANOSECONDS);
      return;
    }
    if (transcript != null) {
      transcript.waited(timeoutNanos);
    }
    fail(StepError.TIMEOUT, Closing.BY_US);
  }

  private void fail(StepError error, Closing closing) {
    if (isOver) {
      return;
    }
    lostBy = error;
    end(closing);
    var unused = channel.close();
    long nanos = System.nanoTime();
    ReplyListener listener;
    while ((listener = waiting.poll()) != null) {
      listener.failed(error, nanos);
    }
  }

  private void end(Closing closing) {
    if (isOver) {
      return;
    }
    isOver = true;
    if (lostBy == null) {
      // The connection was closed on purpose, so nobody wants the outstanding replies.
      waiting.clear();
    }
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    if (transcript != null) {
      transcript.closed(closing);
    }
  }
}
