package dev.etrn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The server with ten thousand sessions open at the same time, over real sockets. */
class ManyConnectionsIT {

  private static final int CONNECTIONS = 10_000;
  private static final int OTHER_FILES = 500;

  /**
   * The most connections under way, fewer than the listener's backlog, since a dropped one is tried
   * again only a second later.
   */
  private static final int AT_ONCE = 1_000;

  /** A generous limit: the test takes 7 to 12 s on two busy cores. */
  private static final long SECONDS = 60;

  private final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Queue<Channel> open = new ConcurrentLinkedQueue<>();
  private final Semaphore connecting = new Semaphore(AT_ONCE);
  private final CountDownLatch greeted = new CountDownLatch(CONNECTIONS);
  private final CountDownLatch answered = new CountDownLatch(CONNECTIONS);
  private final CountDownLatch closed = new CountDownLatch(CONNECTIONS);

  @Test
  void answersTenThousandSessionsThatAreOpenAtTheSameTime() throws Exception {
    requireOpenFiles();
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    try (ServerProcess server = ServerProcess.start()) {
      connect(loops, server.address());
      await(greeted, "greeted");
      say("EHLO c.test\r\n");
      await(answered, "answered");
      assertThat(open).hasSize(CONNECTIONS).allMatch(Channel::isActive);
      say("QUIT\r\n");
      await(closed, "closed");
      assertThat(wrong).isEmpty();
    } finally {
      loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  /**
   * Requires enough open files; the server is a separate process, so that each process needs files
   * for one end only.
   */
  private static void requireOpenFiles() {
    var system = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
    assertThat(system.getMaxFileDescriptorCount())
        .as("open files of one process: raise the hard limit, such as with 'ulimit -n 20000'")
        .isGreaterThanOrEqualTo(CONNECTIONS + OTHER_FILES);
  }

  private void connect(EventLoopGroup loops, InetSocketAddress server) throws Exception {
    Bootstrap client =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(new Client());
                  }
                });
    for (int i = 0; i < CONNECTIONS; i++) {
      boolean isNext = connecting.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(isNext).as("connection %d is greeted; wrong: %s", i, first()).isTrue();
      open.add(client.connect(server).channel());
    }
  }

  private void say(String line) {
    for (Channel channel : open) {
      write(channel, line);
    }
  }

  private static void write(Channel channel, String line) {
    var unused =
        channel.writeAndFlush(
            channel.alloc().buffer().writeBytes(line.getBytes(StandardCharsets.US_ASCII)));
  }

  private void await(CountDownLatch latch, String state) throws InterruptedException {
    boolean isDone = latch.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    assertThat(isDone)
        .as("within %d s, but %d are not %s; wrong: %s", SECONDS, latch.getCount(), state, first())
        .isTrue();
  }

  private List<String> first() {
    return wrong.stream().limit(5).toList();
  }

  private final class Client extends ChannelInboundHandlerAdapter {

    private final StringBuilder line = new StringBuilder();
    private int replies;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf in = (ByteBuf) message;
      while (in.isReadable()) {
        char c = (char) in.readByte();
        line.append(c);
        if (c == '\n') {
          line(ctx, line.toString());
          line.setLength(0);
        }
      }
      in.release();
    }

    private void line(ChannelHandlerContext ctx, String text) {
      if (text.charAt(3) == '-') {
        return;
      }
      String expected = List.of("220 ", "250 ", "251 ", "221 ").get(Math.min(replies, 3));
      if (!text.startsWith(expected)) {
        wrong.add(text);
      }
      switch (replies++) {
        case 0 -> {
          connecting.release();
          greeted.countDown();
        }
        case 1 -> write(ctx.channel(), "ETRN idle.example\r\n");
        case 2 -> answered.countDown();
        default -> {
          // The end of the connection counts.
        }
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (replies == 4) {
        closed.countDown();
      } else {
        wrong.add("closed after " + replies + " replies");
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      wrong.add(cause.toString());
      var unused = ctx.close();
    }
  }
}
