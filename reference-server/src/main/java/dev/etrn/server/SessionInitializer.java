package dev.etrn.server;

import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.smtp.Session;
import dev.etrn.server.wire.SmtpReply;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The start of a connection: it gets a session, or is turned away when there are too many.
 *
 * <p>One object serves all connections, from several threads.
 */
final class SessionInitializer extends ChannelInitializer<Channel> {

  private final Supplier<ConfigGeneration> current;
  private final ServerObserver observer;
  private final ChannelGroup sessions;
  private final Function<ConfigGeneration, SessionHandler> handlers;
  private final Admission admission;

  /**
   * @param current the configuration of new sessions
   * @param sessions the group of admitted connections
   * @param handlers the factory of session handlers
   */
  SessionInitializer(
      Supplier<ConfigGeneration> current,
      ServerObserver observer,
      ChannelGroup sessions,
      Function<ConfigGeneration, SessionHandler> handlers) {
    this.current = current;
    this.observer = observer;
    this.sessions = sessions;
    this.handlers = handlers;
    this.admission = new Admission(() -> current.get().config().limits());
  }

  @Override
  protected void initChannel(Channel channel) {
    InetSocketAddress peer = (InetSocketAddress) channel.remoteAddress();
    if (peer == null) {
      // The peer reset the connection before it was accepted here.
      var unused = channel.close();
      return;
    }
    switch (admission.admit(peer.getAddress())) {
      case ADMITTED -> begin(channel, peer.getAddress());
      case TOO_MANY -> turnAway(channel, Session.TOO_MANY_SESSIONS);
      case TOO_MANY_FROM_ADDRESS -> turnAway(channel, Session.TOO_MANY_FROM_ADDRESS);
    }
  }

  private void begin(Channel channel, InetAddress address) {
    ConfigGeneration generation = current.get();
    sessions.add(channel);
    observer.sessionOpened();
    var unused =
        channel
            .closeFuture()
            .addListener(
                closed -> {
                  admission.release(address);
                  observer.sessionClosed();
                });
    channel.pipeline().addLast(handlers.apply(generation));
  }

  private void turnAway(Channel channel, SmtpReply reply) {
    observer.sessionTurnedAway();
    channel
        .writeAndFlush(Unpooled.wrappedBuffer(reply.octets()))
        .addListener(ChannelFutureListener.CLOSE)
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }
}
