package dev.etrn.load.protocol;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One connection of one user; everything happens on that user's event loop, so there are no locks.
 *
 * <p>Each wait ends exactly once: with a reply, at the end of the connection, or after its time.
 */
public final class Conversation extends SimpleChannelInboundHandler<ByteBuf> {

  private static final int LONGEST_LINE = 4096;

  /** Who waits for a reply, in the order of the commands. */
  private final Deque<Consumer<Outcome>> waiting = new ArrayDeque<>();

  private final ReplyLines reply = new ReplyLines();
  private final long withinNanos;
  private @Nullable Channel channel;
  private @Nullable Outcome ended;
  private long deadline;
  private boolean isTimerSet;

  private Conversation(long withinNanos) {
    super(ByteBuf.class);
    this.withinNanos = withinNanos;
  }

  /**
   * Connects, and waits for the greeting.
   *
   * @param connected is told when the connection stands, or why it does not
   * @param greeted is told of the greeting, when it stands
   */
  static Conversation open(
      SmtpProtocol protocol,
      EventLoop loop,
      Optional<InetAddress> from,
      Consumer<Outcome> connected,
      Consumer<Outcome> greeted) {
    var conversation = new Conversation(protocol.replyWithin().toNanos());
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(
                loop instanceof IoEventLoop io && io.isIoType(EpollIoHandler.class)
                    ? EpollSocketChannel.class
                    : NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) Math.min(Integer.MAX_VALUE, protocol.replyWithin().toMillis()))
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel made) {
                    made.pipeline().addLast(new LineBasedFrameDecoder(LONGEST_LINE), conversation);
                  }
                });
    // Before the connection stands, since the greeting may come with it.
    conversation.waiting.add(greeted);
    ChannelFuture connecting =
        from.isPresent()
            ? bootstrap.connect(protocol.server(), new InetSocketAddress(from.get(), 0))
            : bootstrap.connect(protocol.server());
    conversation.channel = connecting.channel();
    connecting.addListener(done -> conversation.connected(done.cause(), connected));
    return conversation;
  }

  /**
   * Writes octets, and waits for as many replies as there are listeners.
   *
   * @param octets whole lines
   */
  public void ask(byte[] octets, List<Consumer<Outcome>> listeners) {
    Channel to = channel;
    if (ended != null || to == null) {
      listeners.forEach(one -> one.accept(Outcome.NO_CONNECTION));
      return;
    }
    waiting.addAll(listeners);
    awaitReply();
    // A write that fails ends the connection, which every wait hears of.
    ChannelFuture unused = to.writeAndFlush(Unpooled.wrappedBuffer(octets), to.voidPromise());
  }

  /** Begins TLS; any certificate will do, since nothing secret is sent. */
  public void secure(Consumer<Outcome> done) {
    Channel to = channel;
    if (ended != null || to == null) {
      done.accept(Outcome.NO_CONNECTION);
      return;
    }
    try {
      SslContext context =
          SslContextBuilder.forClient()
              .trustManager(InsecureTrustManagerFactory.INSTANCE)
              .endpointIdentificationAlgorithm(null)
              .build();
      SslHandler handler = context.newHandler(to.alloc());
      to.pipeline().addFirst(handler);
      handler
          .handshakeFuture()
          .addListener(
              shaken -> done.accept(shaken.isSuccess() ? Outcome.reply(220, "") : Outcome.NO_TLS));
    } catch (SSLException e) {
      done.accept(Outcome.NO_TLS);
    }
  }

  /** Closes the connection. */
  public void close() {
    if (channel != null) {
      ChannelFuture unused = channel.close();
    }
  }

  /** Writes octets, and resets the connection without waiting for anything. */
  public void writeAndReset(byte[] octets) {
    Channel to = channel;
    if (to instanceof SocketChannel socket && ended == null) {
      waiting.clear();
      to.writeAndFlush(Unpooled.wrappedBuffer(octets))
          .addListener(
              written -> {
                socket.config().setSoLinger(0);
                ChannelFuture unused = socket.close();
              });
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf line) {
    reply
        .add(line.toString(StandardCharsets.ISO_8859_1))
        .ifPresent(
            outcome -> {
              Consumer<Outcome> next = waiting.poll();
              if (next != null) {
                deadline = System.nanoTime() + withinNanos;
                next.accept(outcome);
              }
            });
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(Outcome.CLOSED);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(Outcome.of(cause));
    ChannelFuture unused = context.close();
  }

  private void connected(@Nullable Throwable failure, Consumer<Outcome> connected) {
    if (failure == null) {
      awaitReply();
      connected.accept(Outcome.reply(220, ""));
    } else {
      ended = Outcome.of(failure);
      waiting.clear();
      connected.accept(ended);
    }
  }

  private void end(Outcome how) {
    if (ended == null) {
      ended = how;
      while (!waiting.isEmpty()) {
        waiting.remove().accept(how);
      }
    }
  }

  /** One timer for each connection, set again only when it ran out early. */
  private void awaitReply() {
    deadline = System.nanoTime() + withinNanos;
    if (!isTimerSet && channel != null) {
      isTimerSet = true;
      setTimer(channel, withinNanos);
    }
  }

  private void setTimer(Channel on, long nanos) {
    var unused = on.eventLoop().schedule(() -> timer(on), nanos, TimeUnit.NANOSECONDS);
  }

  private void timer(Channel on) {
    isTimerSet = false;
    if (ended != null || waiting.isEmpty()) {
      return;
    }
    long left = deadline - System.nanoTime();
    if (left > 0) {
      isTimerSet = true;
      setTimer(on, left);
    } else {
      end(Outcome.TIMEOUT);
      ChannelFuture unused = on.close();
    }
  }
}
