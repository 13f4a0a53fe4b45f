package dev.etrn.server.benchmark;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The exchanger that accepts all mail and keeps none of it; it records the time of the first
 * connection, and counts messages.
 */
final class FastSink implements AutoCloseable {

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final Channel listener;
  private final AtomicLong firstConnection = new AtomicLong();
  private volatile CountDownLatch missing = new CountDownLatch(0);

  FastSink() {
    listener =
        new ServerBootstrap()
            .group(loop)
            .channel(EpollServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    firstConnection.compareAndSet(0, System.nanoTime());
                    channel.pipeline().addLast(new Exchanger());
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** Starts to count down the expected messages. */
  void expect(int messages) {
    firstConnection.set(0);
    missing = new CountDownLatch(messages);
  }

  /** Returns the time of the first connection, by {@link System#nanoTime()}. */
  long firstConnection() {
    return firstConnection.get();
  }

  boolean await(int seconds) throws InterruptedException {
    return missing.await(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** A session, which distinguishes verbs by their first letter. */
  private final class Exchanger extends ChannelInboundHandlerAdapter {
    private static final String END = "\r\n.\r\n";
    private boolean inContent;
    private int matched;
    private int column;
    private byte verb;

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      var unused = ctx.writeAndFlush(say(ctx.alloc().buffer(), "220 sink.example ESMTP"));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf in = (ByteBuf) message;
      ByteBuf out = ctx.alloc().buffer();
      while (in.isReadable()) {
        byte octet = in.readByte();
        if (inContent) {
          content(octet, out);
        } else {
          command(octet, out);
        }
      }
      in.release();
      var unused = ctx.writeAndFlush(out);
    }

    private void content(byte octet, ByteBuf out) {
      matched = octet == END.charAt(matched) ? matched + 1 : octet == '\r' ? 1 : 0;
      if (matched == END.length()) {
        inContent = false;
        say(out, "250 taken");
        missing.countDown();
      }
    }

    private void command(byte octet, ByteBuf out) {
      if (column++ == 0) {
        verb = octet;
      }
      if (octet == '\n') {
        column = 0;
        inContent = verb == 'D';
        matched = 2;
        say(
            out,
            switch (verb) {
              case 'E' -> "250-sink.example\r\n250-8BITMIME\r\n250 PIPELINING";
              case 'D' -> "354 go on";
              case 'Q' -> "221 bye";
              default -> "250 OK";
            });
      }
    }

    private static ByteBuf say(ByteBuf out, String line) {
      return out.writeBytes((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
  }
}
