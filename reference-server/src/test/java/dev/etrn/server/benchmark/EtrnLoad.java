package dev.etrn.server.benchmark;

import dev.etrn.server.benchmark.client.ClientLoop;
import dev.etrn.server.benchmark.client.ReplyScanner;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The load of a number of ETRNs under way on each of ten connections.
 *
 * @param depth the number on each connection, written together
 */
record EtrnLoad(int depth) {

  private static final int CONNECTIONS = 10;
  private static final int MILLIS = 1500;
  private static final byte[] EHLO = octets("EHLO client.example\r\n");
  private static final byte[] COMMAND = octets("ETRN branch.example\r\n");

  /**
   * The result of the load.
   *
   * @param perSecond the replies per second
   * @param perCpuSecond the replies per second of CPU of a server in this process, which other
   *     processes disturb less
   */
  record Result(double perSecond, double perCpuSecond) {}

  Result make(InetSocketAddress server) throws InterruptedException {
    try (var loop = new ClientLoop()) {
      List<Client> clients = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        var client = new Client(depth);
        clients.add(client);
        loop.connect(server, client);
      }
      for (Client client : clients) {
        client.greeted.await();
      }
      double cpu = ServerCpu.seconds();
      long start = System.nanoTime();
      long before = replies(clients);
      ClientLoop.pass(MILLIS);
      double done = replies(clients) - before;
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Result(done / seconds, done / (ServerCpu.seconds() - cpu));
    }
  }

  private static long replies(List<Client> clients) {
    return clients.stream().mapToLong(client -> client.replies.get()).sum();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final class Client extends ChannelInboundHandlerAdapter {
    private final int depth;
    private final CountDownLatch greeted = new CountDownLatch(2);
    private final AtomicLong replies = new AtomicLong();
    private final ReplyScanner scanner = new ReplyScanner();
    private int open;

    Client(int depth) {
      this.depth = depth;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf in = (ByteBuf) message;
      if (greeted.getCount() > 0) {
        greet(ctx, scanner.replies(in));
      } else {
        // One line each: only their number matters.
        int lines = lines(in);
        replies.lazySet(replies.get() + lines);
        open -= lines;
        if (open <= 0) {
          send(ctx);
        }
      }
    }

    private void greet(ChannelHandlerContext ctx, int replies) {
      for (int i = 0; i < replies; i++) {
        greeted.countDown();
        if (greeted.getCount() == 0) {
          send(ctx);
        } else {
          var unused = ctx.writeAndFlush(ctx.alloc().buffer().writeBytes(EHLO), ctx.voidPromise());
        }
      }
    }

    private static int lines(ByteBuf in) {
      int lines = 0;
      for (int i = in.readerIndex(); i < in.writerIndex(); i++) {
        if (in.getByte(i) == '\n') {
          lines++;
        }
      }
      in.release();
      return lines;
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
