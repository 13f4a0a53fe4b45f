package dev.etrn.load.benchmark;

import io.gatling.netty.util.Transports;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Clients that send the next ETRN at each reply, and nothing else, on event loops of the kind that
 * Gatling uses.
 */
final class BareClients {

  private static final byte[] EHLO = "EHLO client.example\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ETRN = "ETRN branch.example\r\n".getBytes(StandardCharsets.US_ASCII);

  private BareClients() {}

  static Meter.Result measure(InetSocketAddress server, int clients, Meter meter)
      throws InterruptedException {
    EventLoopGroup loops = Transports.newEventLoopGroup(true, false, 0, "bare");
    try {
      for (int i = 0; i < clients; i++) {
        new Bootstrap()
            .group(loops)
            .channelFactory(Transports.newSocketChannelFactory(true, false))
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(new Client(meter))
            .connect(server)
            .sync();
      }
      return meter.result();
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }
  }

  private static final class Client extends ChannelInboundHandlerAdapter {
    private final Meter meter;
    private int greetings;
    private int column;
    private boolean isLastLine;

    Client(Meter meter) {
      this.meter = meter;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf in = (ByteBuf) message;
      while (in.isReadable()) {
        byte octet = in.readByte();
        if (column == 0 && octet > '3') {
          throw new IllegalStateException("refused");
        }
        if (octet != '\n') {
          isLastLine = column == 3 ? octet != '-' : isLastLine;
          column++;
        } else {
          column = 0;
          if (isLastLine) {
            replied(ctx);
          }
        }
      }
      in.release();
    }

    private void replied(ChannelHandlerContext ctx) {
      if (greetings < 2) {
        greetings++;
      } else {
        meter.count();
      }
      byte[] next = greetings < 2 ? EHLO : ETRN;
      var unused =
          ctx.writeAndFlush(ctx.alloc().buffer(next.length).writeBytes(next), ctx.voidPromise());
    }
  }
}
