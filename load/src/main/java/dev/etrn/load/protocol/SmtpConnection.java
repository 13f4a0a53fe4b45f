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
 * One virtual user's connection to the server, on that user's event loop; it cuts what comes into
 * replies, and matches them in order to those who wait for them.
 *
 * <p>All of it happens on the event loop: no locks, no hops. One timer serves all replies; it is
 * set again only when it runs out. A reply that nobody waits for ends the connection: 421 as closed
 * by the peer, any other as malformed.
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

  /** Whose connection it is. */
  public VirtualUser user() {
    return user;
  }

  /** Whether commands can still be sent. */
  public boolean isOpen() {
    return !isOver;
  }

  /** How it was lost; empty while it is open, and when it was closed on this side on purpose. */
  public Optional<StepError> lostBy() {
    return Optional.ofNullable(lostBy);
  }

  /** The text of the reply just told, without codes, its lines joined by LF. */
  public String replyText() {
    return decoder.text();
  }

  /** Waits for a reply that nothing has to be sent for: the greeting. */
  public void await(ReplyListener listener) {
    waiting.add(listener);
    startTimer();
  }

  /** Begins a step of the transcript, when there is one. */
  public void step(Step step) {
    if (transcript != null) {
      transcript.step(step);
    }
  }

  /**
   * Writes octets at once, and waits for replies to them.
   *
   * @param octets one char is one octet
   * @param shown stands for them in a transcript; differs when they hold a secret
   * @param replies how many replies the listener waits for; may be 0
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

  /** Begins TLS; the listener is told code 0 when the handshake is done. */
  public void startTls(SslHandler tls, ReplyListener listener) {
    isHandshaking = true;
    await(listener);
    step(Step.TLS);
    tls.setHandshakeTimeoutMillis(0);
    channel.pipeline().addFirst(tls);
    var unused =
        tls.handshakeFuture()
            .addListener(
                done -> {
                  if (done.isSuccess()) {
                    handshaken(tls.engine().getSession().getProtocol());
                  } else {
                    handshakeFailed(done.cause());
                  }
                });
  }

  /** Closes the connection; what waits on it is not told. Closing twice does nothing. */
  public void close() {
    end(Closing.BY_US);
    var unused = channel.close();
  }

  /** Drops the connection with RST; what waits on it is not told. */
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
    // Nothing but TLS decodes octets before this handler sees them.
    if (cause instanceof DecoderException) {
      fail(StepError.TLS, Closing.BY_US);
    } else {
      fail(StepError.RESET, Closing.RESET_BY_PEER);
    }
  }

  private void read(ByteBuf in, long nanos) {
    // RFC 3207 section 4.2: what came in the clear after the reply to STARTTLS is not to be used.
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

  private void fail(StepError error, Closing how) {
    if (isOver) {
      return;
    }
    lostBy = error;
    end(how);
    var unused = channel.close();
    long nanos = System.nanoTime();
    ReplyListener listener;
    while ((listener = waiting.poll()) != null) {
      listener.failed(error, nanos);
    }
  }

  private void end(Closing how) {
    if (isOver) {
      return;
    }
    isOver = true;
    if (lostBy == null) {
      // Closed on purpose: what was waited for is not wanted any more.
      waiting.clear();
    }
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    if (transcript != null) {
      transcript.closed(how);
    }
  }
}
