package dev.etrn.load.exchanger;

import dev.etrn.load.measure.EpochClock;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.SinkUnavailableException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The mail exchanger of all nodes in a load run. It accepts every message, records its arrival, and
 * discards the content.
 *
 * <p>It is faster than the targets that deliver to it, so that a run does not measure the exchanger
 * itself.
 */
public final class LoadSink implements AutoCloseable {

  private static final int LONGEST_LINE = 64 * 1024;

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EpochClock clock = EpochClock.anchored();
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final AtomicLong count = new AtomicLong();
  private final Channel listener;

  private LoadSink(InetSocketAddress address) throws SinkUnavailableException {
    var bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new LineBasedFrameDecoder(LONGEST_LINE),
                            new SinkSession(clock, LoadSink.this::take));
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      var unused = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw new SinkUnavailableException(
          "cannot listen on "
              + Addresses.text(address)
              + " for the mail to come back ("
              + bound.cause().getMessage()
              + "): free that port, or name another one in connectBack.listen",
          bound.cause());
    }
    listener = bound.channel();
  }

  /**
   * Starts a mail exchanger.
   *
   * @param address the address to listen on; port 0 for any port
   */
  public static LoadSink listen(InetSocketAddress address) throws SinkUnavailableException {
    return new LoadSink(address);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** Returns the number of messages that have arrived. */
  public long count() {
    return count.get();
  }

  /** Returns the arrivals so far, in order. */
  public List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private void take(Arrival arrival) {
    arrivals.add(arrival);
    count.incrementAndGet();
  }
}
