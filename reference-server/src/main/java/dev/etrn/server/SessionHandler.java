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
 * Joins a session to its connection: input in, replies out, one flush for each drained input
 * (PIPE-004).
 *
 * <p>While the session stores a message, or the peer does not read, nothing more is read, and what
 * was read is left as it is: replies that wait for the peer never exceed a few hundred kilobytes
 * (SEC-031).
 */
final class SessionHandler extends ChannelInboundHandlerAdapter implements SessionOutput {

  private static final Logger log = LoggerFactory.getLogger(SessionHandler.class);

  /** So small that the replies to one chunk are no flood. */
  private static final int CHUNK = 4 * 1024;

  private static final int MOST_PENDING = 32 * 1024;
  private static final int FIRST_REPLY = 256;

  /** Scratch space of the thread, so that an idle session holds none. */
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
  private ByteBuf left = Unpooled.EMPTY_BUFFER;
  private @Nullable ByteBuf replies;
  private @Nullable ChannelHandlerContext context;
  private @Nullable SmtpSession session;
  private @Nullable SessionTimeouts patience;
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
    SmtpSession begun = sessions.apply(ctx, this);
    session = begun;
    patience =
        new SessionTimeouts(
            waits, ctx.executor(), this::expects, this::timeOut, () -> closeNow(ctx));
    begun.begin();
    flush();
    ctx.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf input = (ByteBuf) message;
    if (left.isReadable()) {
      ByteBuf both = ctx.alloc().buffer().writeBytes(left).writeBytes(input);
      input.release();
      leave(both);
    } else {
      leave(input);
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
    leave(Unpooled.EMPTY_BUFFER);
    session = null;
    SessionTimeouts ended = patience;
    if (ended != null) {
      ended.end();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // A peer that resets, or speaks no TLS, is ordinary; anything else is ours to mend.
    boolean isPeers = cause instanceof IOException || cause.getCause() instanceof SSLException;
    if (!isPeers) {
      log.error("a session failed", cause);
    }
    var unused = ctx.close();
  }

  /** Ends the session from the server's side; in the connection's own thread. */
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
        // On the heap, where many small writes are cheap; the transport copies it once.
        pending = Unpooled.buffer(FIRST_REPLY + Math.min(CHUNK, 4 * left.readableBytes()));
        replies = pending;
      }
      pending.writeBytes(reply.octets());
    }
  }

  @Override
  public void close() {
    closing = true;
  }

  /** The reply that is pending goes out in the clear; the handler encrypts what comes after it. */
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
    // A flush in the midst of it can make the channel writable, which would begin again here.
    if (current == null || draining) {
      return;
    }
    draining = true;
    byte[] chunk = SCRATCH.get();
    while (!closing && !current.isWaiting() && left.isReadable() && hasRoom()) {
      int count = Math.min(left.readableBytes(), CHUNK);
      left.getBytes(left.readerIndex(), chunk, 0, count);
      left.skipBytes(current.receive(chunk, 0, count));
    }
    draining = false;
    if (!left.isReadable()) {
      // An idle session holds no buffer.
      leave(Unpooled.EMPTY_BUFFER);
    }
    if (progress != current.progress()) {
      progress = current.progress();
      heard();
    }
  }

  private void leave(ByteBuf input) {
    left.release();
    left = input;
  }

  /** Whether another chunk may be answered, or the peer has to read first (SEC-031). */
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
    if (patience != null) {
      patience.writing(written);
    }
  }

  private void readMore() {
    ChannelHandlerContext ctx = context;
    SmtpSession current = session;
    if (ctx != null
        && current != null
        && !closing
        && !current.isWaiting()
        && !left.isReadable()
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
    SessionTimeouts current = patience;
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

  /** Without a word, since the peer reads none. */
  private static void closeNow(ChannelHandlerContext ctx) {
    var unused = ctx.close();
  }
}
