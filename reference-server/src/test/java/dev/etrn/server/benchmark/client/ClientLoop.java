package dev.etrn.server.benchmark.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The thread of all clients of a measurement; closing it ends their connections. */
public final class ClientLoop implements AutoCloseable {

  /** The prefix of the thread's name. */
  public static final String THREADS = "benchmark-client";

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory(THREADS, true), EpollIoHandler.newFactory());

  /** Connects, and waits until the connection is open. */
  public void connect(InetSocketAddress server, ChannelHandler client) {
    connectLater(server, client).syncUninterruptibly();
  }

  public ChannelFuture connectLater(InetSocketAddress server, ChannelHandler client) {
    return new Bootstrap()
        .group(loop)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(client)
        .connect(server);
  }

  /** Waits while a measurement runs. */
  public static void pass(int millis) throws InterruptedException {
    boolean unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
