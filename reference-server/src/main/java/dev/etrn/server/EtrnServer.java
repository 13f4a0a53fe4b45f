package dev.etrn.server;

import dev.etrn.server.config.Security;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.delivery.Backoff;
import dev.etrn.server.delivery.ChannelExchangers;
import dev.etrn.server.delivery.DeliveringQueue;
import dev.etrn.server.delivery.Dns;
import dev.etrn.server.delivery.JobController;
import dev.etrn.server.delivery.NonDeliveryReports;
import dev.etrn.server.delivery.QueueRun;
import dev.etrn.server.delivery.QueueRuns;
import dev.etrn.server.etrn.EtrnDecision;
import dev.etrn.server.observe.Observer;
import dev.etrn.server.queue.InMemoryQueue;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.Selection;
import dev.etrn.server.smtp.Session;
import dev.etrn.server.smtp.SessionOutput;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The reference server: an SMTP server that holds mail for its partners and releases it on ETRN.
 *
 * <p>Event loops never block. Closing tells every session 421, and then ends.
 */
public final class EtrnServer implements AutoCloseable {

  private static final long IN_MEMORY_OCTETS = 512L * 1024 * 1024;
  private static final int CONNECTIONS_BACK = 32;
  private static final int MOST_JOBS = 10_000;
  private static final int CLOSING_SECONDS = 5;
  private static final Duration DRAINING = Duration.ofSeconds(30);

  private final ServerConfig config;
  private final MessageQueue queue;
  private final Observer observer;
  private final EtrnDecision etrn;
  private final @Nullable SslContext certificate;
  private final ExecutorService hashing =
      Executors.newFixedThreadPool(2, new DefaultThreadFactory("etrn-auth", true));
  private final Consumer<Duration> drainDelivery;
  private final Runnable closeQueue;
  private final ChannelGroup sessions = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final EventLoopGroup loops;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Channel listener;

  private EtrnServer(
      ServerConfig config,
      MessageQueue queue,
      QueueRuns runs,
      Observer observer,
      Consumer<Duration> drainDelivery,
      Runnable closeQueue)
      throws IOException {
    this.observer = observer;
    this.config = config;
    this.queue = queue;
    this.etrn = new EtrnDecision(config, queue, runs, observer);
    this.certificate = certificate(config);
    this.drainDelivery = drainDelivery;
    this.closeQueue = closeQueue;
    this.loops = new MultiThreadIoEventLoopGroup(ioHandlers());
    this.listener = bind();
  }

  /**
   * Starts a server that keeps its queue in memory and delivers as its channels say.
   *
   * @throws IOException when it cannot listen
   */
  public static EtrnServer start(ServerConfig config) throws IOException {
    return start(config, new InMemoryQueue(IN_MEMORY_OCTETS), Observer.NONE);
  }

  /**
   * Starts a server on a queue, which it closes when it ends.
   *
   * @param observer is told what happens
   * @throws IOException when it cannot listen
   */
  public static EtrnServer start(ServerConfig config, MessageStore store, Observer observer)
      throws IOException {
    Predicate<String> isHeld =
        node -> config.routing().channelFor(node).filter(c -> !c.outgoing().isHeld()).isEmpty();
    // Reports are mail too, and their delivery is asked for by the runs that cause them.
    var runs = new AtomicReference<QueueRuns>();
    var incoming =
        new DeliveringQueue(
            store, wanted -> Objects.requireNonNull(runs.get()).request(wanted), isHeld, observer);
    var reports = new NonDeliveryReports(config, incoming, Clock.systemUTC());
    var run =
        new QueueRun(
            store, new ChannelExchangers(config, new Dns()), reports, observer, config.hostName());
    var jobs =
        new JobController(
            store, run, Backoff.STANDARD, isHeld, Clock.systemUTC(), CONNECTIONS_BACK, MOST_JOBS);
    runs.set(jobs);
    try {
      var server = new EtrnServer(config, incoming, jobs, observer, jobs::close, store::close);
      config.channels().values().stream()
          .filter(channel -> !channel.outgoing().isHeld())
          .forEach(channel -> jobs.request(new Selection.WholeChannel(channel.name())));
      return server;
    } catch (IOException e) {
      jobs.close(Duration.ZERO);
      store.close();
      throw e;
    }
  }

  /**
   * Starts a server on a queue and delivery of the caller's, who also closes them.
   *
   * @throws IOException when it cannot listen
   */
  public static EtrnServer start(ServerConfig config, MessageQueue queue, QueueRuns runs)
      throws IOException {
    return new EtrnServer(config, queue, runs, Observer.NONE, atMost -> {}, () -> {});
  }

  /** Where it listens; the port is a real one. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** As {@link #close(Duration)} within half a minute. */
  @Override
  public void close() {
    close(DRAINING);
  }

  /**
   * Takes no more connections, tells sessions 421, finishes what is under way, and ends.
   *
   * @param atMost how long deliveries may take to finish the message that they send; the whole
   *     takes some seconds more at most
   */
  public void close(Duration atMost) {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    listener.close().syncUninterruptibly();
    for (Channel session : sessions) {
      SessionHandler handler = session.pipeline().get(SessionHandler.class);
      if (handler != null) {
        session.eventLoop().execute(handler::shutDown);
      }
    }
    drainDelivery.accept(atMost);
    sessions.newCloseFuture().awaitUninterruptibly(CLOSING_SECONDS, TimeUnit.SECONDS);
    closeQueue.run();
    hashing.shutdownNow();
    loops.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private Channel bind() throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(serverChannel())
            .option(ChannelOption.SO_BACKLOG, 4096)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(
                new SessionInitializer(
                    config.limits(),
                    observer,
                    sessions,
                    () -> new SessionHandler(this::session, this::tls, Patience.Waits.of(config))))
            .bind(config.listen())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
    return bound.channel();
  }

  private SslHandler tls(ChannelHandlerContext ctx) {
    return Objects.requireNonNull(certificate).newHandler(ctx.alloc());
  }

  /** With startTls, so that the reply to STARTTLS goes out in the clear. */
  private static @Nullable SslContext certificate(ServerConfig config) throws IOException {
    if (config.security().certificate().isEmpty()) {
      return null;
    }
    Security.Certificate files = config.security().certificate().get();
    try {
      return SslContextBuilder.forServer(files.chain().toFile(), files.key().toFile())
          .startTls(true)
          .protocols("TLSv1.3", "TLSv1.2")
          .build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new IOException(files.chain() + " and " + files.key() + " are not usable", e);
    }
  }

  private Session session(ChannelHandlerContext ctx, SessionOutput output) {
    InetSocketAddress peer = (InetSocketAddress) ctx.channel().remoteAddress();
    return new Session(config, queue, etrn, peer.getAddress(), ctx.executor(), hashing, output);
  }

  private static IoHandlerFactory ioHandlers() {
    return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
  }

  private static Class<? extends ServerChannel> serverChannel() {
    return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }
}
