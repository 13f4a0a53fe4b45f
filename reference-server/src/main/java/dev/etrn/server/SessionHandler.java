package dev.etrn.server;

import dev.etrn.server.smtp.SessionOutput;
import dev.etrn.server.smtp.SmtpSession;
import dev.etrn.server.wire.SmtpReply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.FastThreadLocal;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link between a session and its connection: it passes input in and replies out, with one flush
 * for each drained input (PIPE-004).
 *
 * <p>While the session stores a message, or the peer does not read, the handler reads nothing more
 * and keeps the input that it has: replies that wait for the peer never exceed a few hundred
 * kilobytes (SEC-031).
 */
final class SessionHandler extends ChannelInboundHandlerAdapter implements SessionOutput {

  private static final Logger log = LoggerFactory.getLogger(SessionHandler.class);

  /** The most input octets in one step; small, so that the replies to one step stay small. */
  private static final int CHUNK = 4 * 1024;

  private static final int MOST_PENDING = 32 * 1024;
  private static final int FIRST_REPLY = 256;

  /** The scratch space of a thread, so that an idle session holds none. */
  private static final FastThreadLocal<byte[]> SCRATCH =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[CHUNK];
        }
      };

  private final BiFunction<ChannelHandlerContext, SessionOutput, SmtpSession> sessions;
  private final Function<ChannelHandlerContext, SslHandler> tls;
  private final SessionTimeouts.Waits waits;
  private ByteBuf unread = Unpooled.EMPTY_BUFFER;
  private @Nullable ByteBuf replies;
  private @Nullable ChannelHandlerContext context;
  private @Nullable SmtpSession session;
  private @Nullable SessionTimeouts timeouts;
  private long progress;
  private boolean draining;
  private boolean closing;

  SessionHandler(
      BiFunction<ChannelHandlerContext, SessionOutput, SmtpSession> sessions,
      Function<ChannelHandlerContext, SslHandler> tls,
      SessionTimeouts.Waits waits) {
    this.sessions = sessions;
    this.tls = tls;
    this.waits = waits;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    SmtpSession started = sessions.apply(ctx, this);
    session = started;
    timeouts =
        new SessionTimeouts(
            waits, ctx.executor(), this::expects, this::timeOut, () -> closeNow(ctx));
    started.begin();
    flush();
    ctx.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf input = (ByteBuf) message;
    if (unread.isReadable()) {
      ByteBuf joined = ctx.alloc().buffer().writeBytes(unread).writeBytes(input);
      input.release();
      keepUnread(joined);
    } else {
      keepUnread(input);
    }
    drain();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    flush();
    readMore();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      resume();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    SmtpSession current = session;
    if (event instanceof SslHandshakeCompletionEvent handshake && current != null) {
      if (handshake.isSuccess()) {
        current.encrypted();
        readMore();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    keepUnread(Unpooled.EMPTY_BUFFER);
    session = null;
    SessionTimeouts ended = timeouts;
    if (ended != null) {
      ended.end();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // A peer that resets, or does not speak TLS, is ordinary; anything else is a defect here.
    boolean isPeerFault = cause instanceof IOException || cause.getCause() instanceof SSLException;
    if (!isPeerFault) {
      log.error("a session failed", cause);
    }
    var unused = ctx.close();
  }

  /** Ends the session from the server's side; called in the connection's event loop. */
  void shutDown() {
    SmtpSession current = session;
    if (current != null) {
      current.shutDown();
      flush();
    }
  }

  @Override
  public void reply(SmtpReply reply) {
    ChannelHandlerContext ctx = context;
    if (ctx != null) {
      ByteBuf pending = replies;
      if (pending == null) {
        // On the heap, where many small writes are cheap; the transport copies the buffer once.
        pending = Unpooled.buffer(FIRST_REPLY + Math.min(CHUNK, 4 * unread.readableBytes()));
        replies = pending;
      }
      pending.writeBytes(reply.octets());
    }
  }

  @Override
  public void close() {
    closing = true;
  }

  /** Starts TLS: the pending reply goes out in the clear, everything after it encrypted. */
  @Override
  public void startTls() {
    ChannelHandlerContext ctx = context;
    if (ctx != null) {
      ctx.pipeline().addFirst(tls.apply(ctx));
      flush();
    }
  }

  @Override
  public void resume() {
    heard();
    drain();
    flush();
    readMore();
  }

  private void drain() {
    SmtpSession current = session;
    // A flush inside the loop can make the channel writable, which would call this method again.
    if (current == null || draining) {
      return;
    }
    draining = true;
    byte[] chunk = SCRATCH.get();
    while (!closing && !current.isWaiting() && unread.isReadable() && hasRoom()) {
      int count = Math.min(unread.readableBytes(), CHUNK);
      unread.getBytes(unread.readerIndex(), chunk, 0, count);
      unread.skipBytes(current.receive(chunk, 0, count));
    }
    draining = false;
    if (!unread.isReadable()) {
      // An idle session holds no buffer.
      keepUnread(Unpooled.EMPTY_BUFFER);
    }
    if (progress != current.progress()) {
      progress = current.progress();
      heard();
    }
  }

  private void keepUnread(ByteBuf input) {
    unread.release();
    unread = input;
  }

  /**
   * Returns true if another chunk may be answered; false if the peer has to read first (SEC-031).
   */
  private boolean hasRoom() {
    ByteBuf pending = replies;
    if (pending == null || pending.readableBytes() < MOST_PENDING) {
      return true;
    }
    flush();
    return context != null && context.channel().isWritable();
  }

  private void flush() {
    ChannelHandlerContext ctx = context;
    ByteBuf pending = replies;
    if (ctx == null || pending == null) {
      return;
    }
    replies = null;
    var written = ctx.writeAndFlush(pending);
    if (closing) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
    if (timeouts != null) {
      timeouts.writing(written);
    }
  }

  private void readMore() {
    ChannelHandlerContext ctx = context;
    SmtpSession current = session;
    if (ctx != null
        && current != null
        && !closing
        && !current.isWaiting()
        && !unread.isReadable()
        && ctx.channel().isWritable()) {
      ctx.read();
    }
  }

  private SessionTimeouts.Expects expects() {
    ChannelHandlerContext ctx = context;
    SmtpSession current = session;
    if (ctx == null || current == null || current.isWaiting() || !ctx.channel().isWritable()) {
      return SessionTimeouts.Expects.NOTHING;
    }
    return current.takesContent()
        ? SessionTimeouts.Expects.CONTENT
        : SessionTimeouts.Expects.COMMAND;
  }

  private void heard() {
    SessionTimeouts current = timeouts;
    if (current != null) {
      current.heard();
    }
  }

  private void timeOut() {
    SmtpSession current = session;
    if (current != null) {
      current.timeOut();
      flush();
    }
  }

  /** Closes the connection without a reply, since the peer does not read. */
  private static void closeNow(ChannelHandlerContext ctx) {
    var unused = ctx.close();
  }
}
