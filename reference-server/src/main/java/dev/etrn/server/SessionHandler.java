package dev.etrn.server;

import dev.etrn.server.smtp.Session;
import dev.etrn.server.smtp.SessionOutput;
import dev.etrn.server.wire.Reply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
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
 * <p>While the session stores a message, or the peer does not read (SEC-031), nothing more is read.
 */
final class SessionHandler extends ChannelInboundHandlerAdapter implements SessionOutput {

  private static final Logger log = LoggerFactory.getLogger(SessionHandler.class);
  private static final int CHUNK = 16 * 1024;
  private static final int FIRST_REPLY = 256;

  /** Scratch space of the thread, so that an idle session holds none. */
  private static final FastThreadLocal<byte[]> SCRATCH =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[CHUNK];
        }
      };

  private final BiFunction<ChannelHandlerContext, SessionOutput, Session> sessions;
  private final Function<ChannelHandlerContext, SslHandler> tls;
  private ByteBuf left = Unpooled.EMPTY_BUFFER;
  private @Nullable ByteBuf replies;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Session session;
  private boolean closing;

  SessionHandler(
      BiFunction<ChannelHandlerContext, SessionOutput, Session> sessions,
      Function<ChannelHandlerContext, SslHandler> tls) {
    this.sessions = sessions;
    this.tls = tls;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    Session begun = sessions.apply(ctx, this);
    session = begun;
    begun.begin();
    flush();
    ctx.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf input = (ByteBuf) message;
    if (left.isReadable()) {
      left = ctx.alloc().buffer().writeBytes(left).writeBytes(input);
      input.release();
    } else {
      left.release();
      left = input;
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
    readMore();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    Session current = session;
    if (event instanceof SslHandshakeCompletionEvent handshake && current != null) {
      if (handshake.isSuccess()) {
        current.encrypted();
        readMore();
      }
    } else if (event instanceof IdleStateEvent && current != null) {
      current.timeOut();
      flush();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    left.release();
    left = Unpooled.EMPTY_BUFFER;
    session = null;
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
    Session current = session;
    if (current != null) {
      current.shutDown();
      flush();
    }
  }

  @Override
  public void reply(Reply reply) {
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
    drain();
    flush();
    readMore();
  }

  private void drain() {
    Session current = session;
    byte[] chunk = SCRATCH.get();
    while (current != null && !closing && !current.isWaiting() && left.isReadable()) {
      int count = Math.min(left.readableBytes(), CHUNK);
      left.getBytes(left.readerIndex(), chunk, 0, count);
      left.skipBytes(current.receive(chunk, 0, count));
    }
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
  }

  private void readMore() {
    ChannelHandlerContext ctx = context;
    Session current = session;
    if (ctx != null
        && current != null
        && !closing
        && !current.isWaiting()
        && ctx.channel().isWritable()) {
      ctx.read();
    }
  }
}
