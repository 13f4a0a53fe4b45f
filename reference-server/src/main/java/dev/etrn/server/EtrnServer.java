package dev.etrn.server;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.delivery.schedule.Backoff;
import dev.etrn.server.delivery.schedule.NodeState;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.fault.mutant.Mutant;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.store.InMemoryQueue;
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
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The reference server: an SMTP server that holds mail for its partners and releases it on ETRN.
 *
 * <p>Event loops never block. Closing sends 421 to every session, and then stops the server.
 */
public final class EtrnServer implements AutoCloseable {

  private static final long IN_MEMORY_OCTETS = 512L * 1024 * 1024;
  private static final int CLOSING_SECONDS = 5;
  private static final Duration DRAINING = Duration.ofSeconds(30);

  private final AtomicReference<ConfigGeneration> generation;
  private final DeliveryBackend delivery;
  private final ServerObserver observer;
  private final Mutant mutant;
  private final ExecutorService hashing =
      Executors.newFixedThreadPool(2, new DefaultThreadFactory("etrn-auth", true));
  private final ChannelGroup sessions = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final EventLoopGroup loops;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Channel listener;

  private EtrnServer(
      ConfigGeneration first, DeliveryBackend delivery, ServerObserver observer, Mutant mutant)
      throws IOException {
    this.generation = new AtomicReference<>(first);
    this.delivery = delivery;
    this.observer = observer;
    this.mutant = mutant;
    this.loops = new MultiThreadIoEventLoopGroup(ioHandlers());
    this.listener = bind(first.config().listen());
  }

  /**
   * Starts a server that keeps its queue in memory and delivers as its channels configure.
   *
   * @throws IOException when it cannot listen
   */
  public static EtrnServer start(ServerConfig config) throws IOException {
    return start(config, new InMemoryQueue(IN_MEMORY_OCTETS), ServerObserver.NONE);
  }

  /**
   * Starts a server on a queue, which it closes when it ends.
   *
   * @param observer the observer of sessions, mail and queue runs
   * @throws IOException when it cannot listen
   */
  public static EtrnServer start(ServerConfig config, MessageStore store, ServerObserver observer)
      throws IOException {
    return start(config, store, observer, Mutant.NONE);
  }

  /**
   * Starts a server with a fault, so that a test can find it.
   *
   * @throws IOException when it cannot listen
   */
  public static EtrnServer start(
      ServerConfig correct, MessageStore store, ServerObserver observer, Mutant mutant)
      throws IOException {
    return start(correct, store, observer, mutant, Backoff.STANDARD);
  }

  /**
   * Starts a server, or a mutant, with its own backoff.
   *
   * @param backoff the time before a node whose exchanger failed is tried again
   * @throws IOException when it cannot listen
   */
  public static EtrnServer start(
      ServerConfig correct,
      MessageStore store,
      ServerObserver observer,
      Mutant mutant,
      Backoff backoff)
      throws IOException {
    ServerConfig config = mutant.config(correct);
    DeliveryBackend delivery = DeliveryBackend.from(store, config, observer, mutant, backoff);
    try {
      ConfigGeneration first = ConfigGeneration.of(config, delivery.handlers().apply(config));
      var server = new EtrnServer(first, delivery, observer, mutant);
      delivery.follow().accept(config);
      return server;
    } catch (IOException e) {
      delivery.drain().accept(Duration.ZERO);
      delivery.close().run();
      throw e;
    }
  }

  /**
   * Starts a server on a queue and a queue runner that the caller owns and closes.
   *
   * @throws IOException when it cannot listen
   */
  public static EtrnServer start(ServerConfig config, MessageQueue queue, QueueRunner runs)
      throws IOException {
    DeliveryBackend delivery = DeliveryBackend.ofOthers(queue, runs);
    return new EtrnServer(
        ConfigGeneration.of(config, delivery.handlers().apply(config)),
        delivery,
        ServerObserver.NONE,
        Mutant.NONE);
  }

  /**
   * Replaces the configuration: open sessions keep theirs, new sessions and all deliveries follow
   * the new one. The listen address stays (PMDF-030: a reload command counts as a start).
   *
   * @throws IOException when its certificate cannot be used; then nothing has changed
   */
  public synchronized void reload(ServerConfig next) throws IOException {
    generation.set(ConfigGeneration.of(next, delivery.handlers().apply(next)));
    delivery.follow().accept(next);
  }

  /** Returns the delivery state of each node. */
  public Map<String, NodeState> deliveryStates() {
    return delivery.states().get();
  }

  /** Runs the periodic job now, beside those of its interval (PMDF-028). */
  public void runPeriodicJob() {
    delivery.periodicJob().run();
  }

  /** Returns the address that the server listens on, with the port in use, never 0. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** Closes the server; deliveries have half a minute, see {@link #close(Duration)}. */
  @Override
  public void close() {
    close(DRAINING);
  }

  /**
   * Stops the server: refuses new connections, sends 421 to sessions, and finishes deliveries.
   *
   * @param atMost the time that deliveries have to finish their current message; closing takes a
   *     few seconds more at most
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
    delivery.drain().accept(atMost);
    sessions.newCloseFuture().awaitUninterruptibly(CLOSING_SECONDS, TimeUnit.SECONDS);
    delivery.close().run();
    hashing.shutdownNow();
    loops.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private Channel bind(InetSocketAddress listen) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(serverChannel())
            .option(ChannelOption.SO_BACKLOG, 4096)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(
                new SessionInitializer(generation::get, observer, sessions, this::handler))
            .bind(listen)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
    return bound.channel();
  }

  private SessionHandler handler(ConfigGeneration generation) {
    return new SessionHandler(
        (ctx, output) ->
            mutant.session(
                ctx.executor(),
                output,
                (faulty, faults) ->
                    session(generation, ctx, faulty, faults.apply(generation.etrn()))),
        ctx -> Objects.requireNonNull(generation.certificate()).newHandler(ctx.alloc()),
        SessionTimeouts.Waits.of(generation.config()));
  }

  private Session session(
      ConfigGeneration generation,
      ChannelHandlerContext ctx,
      SessionOutput output,
      EtrnHandler etrn) {
    InetSocketAddress peer = (InetSocketAddress) ctx.channel().remoteAddress();
    return new Session(
        generation.config(),
        delivery.incoming(),
        etrn,
        peer.getAddress(),
        ctx.executor(),
        hashing,
        output);
  }

  private static IoHandlerFactory ioHandlers() {
    return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
  }

  private static Class<? extends ServerChannel> serverChannel() {
    return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }
}
