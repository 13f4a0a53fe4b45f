package dev.etrn.load.protocol;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connector of virtual users; it connects each on its own event loop, from the protocol's
 * source addresses in turn.
 *
 * <p>One source address can hold about 28,000 connections to one target address; more sources raise
 * that limit.
 */
public final class Connector {

  /** A listener for the end of an attempt to connect. */
  public interface Listener {

    /** Called when the connection is established and nothing has been read from it yet. */
    void connected(SmtpConnection connection, long nanos);

    void failed(StepError error, long nanos);
  }

  private final SmtpProtocol protocol;
  private final ChannelFactory<? extends SocketChannel> channels;
  private final AtomicInteger turns = new AtomicInteger();

  /**
   * Creates a connector.
   *
   * @param channels a factory of channels that fit the event loops of the users
   */
  Connector(SmtpProtocol protocol, ChannelFactory<? extends SocketChannel> channels) {
    this.protocol = protocol;
    this.channels = channels;
  }

  /** Connects a user on {@code loop}, which must be the caller's event loop. */
  public void connect(EventLoop loop, VirtualUser user, Listener listener) {
    ConnectionTranscript transcript =
        protocol
            .sampler()
            .flatMap(sampler -> sampler.sample(user.scenario(), user.id()))
            .map(ConnectionTranscript::new)
            .orElse(null);
    SocketChannel channel = channels.newChannel();
    long timeout = protocol.replyTimeout().toMillis();
    channel
        .config()
        .setTcpNoDelay(true)
        .setConnectTimeoutMillis((int) Math.min(timeout, Integer.MAX_VALUE));
    var connection =
        new SmtpConnection(channel, user, protocol.replyTimeout().toNanos(), transcript);
    if (transcript != null) {
      transcript.step(Step.CONNECT);
    }
    loop.register(channel)
        .addListener(
            (ChannelFuture registered) -> {
              channel.pipeline().addLast(connection);
              open(channel)
                  .addListener(
                      (ChannelFuture connected) ->
                          opened(connected, connection, transcript, listener));
            });
  }

  private ChannelFuture open(Channel channel) {
    List<InetAddress> sources = protocol.sources();
    if (sources.isEmpty()) {
      return channel.connect(protocol.server());
    }
    int turn = Math.floorMod(turns.getAndIncrement(), sources.size());
    return channel.connect(protocol.server(), new InetSocketAddress(sources.get(turn), 0));
  }

  private static void opened(
      ChannelFuture connected,
      SmtpConnection connection,
      @Nullable ConnectionTranscript transcript,
      Listener listener) {
    long nanos = System.nanoTime();
    if (connected.isSuccess()) {
      listener.connected(connection, nanos);
      return;
    }
    if (transcript != null) {
      transcript.unreachable(String.valueOf(connected.cause().getMessage()));
    }
    connection.close();
    listener.failed(error(connected.cause()), nanos);
  }

  private static StepError error(Throwable cause) {
    if (cause instanceof ConnectTimeoutException) {
      return StepError.TIMEOUT;
    }
    boolean isRefused =
        cause instanceof ConnectException && !(cause instanceof NoRouteToHostException);
    return isRefused ? StepError.REFUSED : StepError.UNREACHABLE;
  }
}
