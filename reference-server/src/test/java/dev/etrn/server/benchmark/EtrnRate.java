package dev.etrn.server.benchmark;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltIn;
import dev.etrn.server.config.Channel;
import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.DisconnectLimits;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.ServerConfig;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * ETRN per second of the reference server, as a share of {@link BareServer}'s: rounds interleaved,
 * medians of the ratios. One event loop for the server, one for the client.
 */
public final class EtrnRate {

  private static final int CONNECTIONS = 10;
  private static final int ROUNDS = 7;
  private static final int MILLIS = 1500;
  private static final byte[] COMMAND =
      "ETRN branch.example\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EHLO = "EHLO client.example\r\n".getBytes(StandardCharsets.US_ASCII);

  private EtrnRate() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("io.netty.eventLoopThreads", "1");
    PrintStream out = System.out;
    try (var bare = new BareServer();
        EtrnServer ours = EtrnServer.start(config())) {
      for (int depth : new int[] {1, 10, 100}) {
        out.printf("depth %d%n", depth);
        measure(bare.address(), depth);
        measure(ours.address(), depth);
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
          double ceiling = measure(bare.address(), depth);
          double rate = measure(ours.address(), depth);
          ratios[round] = rate / ceiling;
          out.printf("  bare %,12.0f/s   ours %,12.0f/s   %.2f%n", ceiling, rate, ratios[round]);
        }
        Arrays.sort(ratios);
        out.printf("  median of the ratios: %.2f%n", ratios[ROUNDS / 2]);
      }
    }
  }

  private static ServerConfig config() {
    var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var unlimited =
        new ChannelOptions(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            ChannelOptions.Times.NONE,
            DisconnectLimits.NONE,
            "");
    return BuiltIn.config(nowhere, nowhere)
        .withIncoming(Channel.of("tcp_local").accepting(EtrnMode.SILENT, unlimited));
  }

  /** Replies per second. */
  private static double measure(InetSocketAddress server, int depth) throws InterruptedException {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      var client = new Client(depth);
      clients.add(client);
      new Bootstrap()
          .group(loop)
          .channel(EpollSocketChannel.class)
          .option(ChannelOption.TCP_NODELAY, true)
          .handler(client)
          .connect(server)
          .syncUninterruptibly();
    }
    for (Client client : clients) {
      client.ready.await();
    }
    long from = System.nanoTime();
    long before = clients.stream().mapToLong(c -> c.replies.get()).sum();
    new CountDownLatch(1).await(MILLIS, TimeUnit.MILLISECONDS);
    long after = clients.stream().mapToLong(c -> c.replies.get()).sum();
    double seconds = (System.nanoTime() - from) / 1e9;
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    return (after - before) / seconds;
  }

  /** Keeps {@code depth} commands under way. */
  private static final class Client extends ChannelInboundHandlerAdapter {
    private final int depth;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicLong replies = new AtomicLong();
    private int open;

    Client(int depth) {
      this.depth = depth;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      var unused = ctx.writeAndFlush(ctx.alloc().buffer().writeBytes(EHLO), ctx.voidPromise());
      // The greeting and the reply to EHLO come before any other; they are not counted apart.
      var unusedLater =
          ctx.executor()
              .schedule(
                  () -> {
                    ready.countDown();
                    open = 0;
                    send(ctx);
                  },
                  200,
                  TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf in = (ByteBuf) message;
      int lines = 0;
      for (int i = in.readerIndex(); i < in.writerIndex(); i++) {
        if (in.getByte(i) == '\n') {
          lines++;
        }
      }
      in.release();
      if (ready.getCount() == 0) {
        replies.lazySet(replies.get() + lines);
        open -= lines;
        if (open <= 0) {
          send(ctx);
        }
      }
    }

    private void send(ChannelHandlerContext ctx) {
      ByteBuf out = ctx.alloc().buffer(depth * COMMAND.length);
      for (int i = 0; i < depth; i++) {
        out.writeBytes(COMMAND);
      }
      open = depth;
      var unused = ctx.writeAndFlush(out, ctx.voidPromise());
    }
  }
}
