package dev.etrn.server;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.observe.Observer;
import dev.etrn.server.smtp.Session;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Gives a connection its session, or turns it away when there are too many.
 *
 * <p>One object serves all connections, from several threads.
 */
final class SessionInitializer extends ChannelInitializer<Channel> {

  private final ServerConfig config;
  private final Observer observer;
  private final ChannelGroup sessions;
  private final Supplier<SessionHandler> handlers;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param sessions gets every connection that was not turned away
   * @param handlers makes the handler of one session
   */
  SessionInitializer(
      ServerConfig config,
      Observer observer,
      ChannelGroup sessions,
      Supplier<SessionHandler> handlers) {
    this.config = config;
    this.observer = observer;
    this.sessions = sessions;
    this.handlers = handlers;
  }

  @Override
  protected void initChannel(Channel channel) {
    // Counted before it is looked at, since connections are opened by several threads.
    boolean isOneTooMany = open.incrementAndGet() > config.limits().sessions();
    var unused = channel.closeFuture().addListener(closed -> open.decrementAndGet());
    if (isOneTooMany) {
      observer.sessionTurnedAway();
      turnAway(channel);
      return;
    }
    sessions.add(channel);
    observer.sessionOpened();
    var unusedToo = channel.closeFuture().addListener(closed -> observer.sessionClosed());
    channel
        .pipeline()
        .addLast(new IdleStateHandler(idle().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
        .addLast(handlers.get());
  }

  /** PMDF-020 */
  private Duration idle() {
    return config.incoming().options().commandReceive().orElse(config.limits().idle());
  }

  private static void turnAway(Channel channel) {
    byte[] busy = Session.TOO_MANY_SESSIONS.octets();
    channel
        .writeAndFlush(Unpooled.wrappedBuffer(busy))
        .addListener(ChannelFutureListener.CLOSE)
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }
}
