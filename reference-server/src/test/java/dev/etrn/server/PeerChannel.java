package dev.etrn.server;

import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.etrn.EtrnDecision;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.store.InMemoryQueue;
import dev.etrn.server.smtp.Session;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A connection in memory, with a frozen clock, to a peer that can leave replies unread. Like a
 * socket it delivers only input that was requested.
 */
final class PeerChannel extends EmbeddedChannel {

  private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
  private boolean isDeaf;
  private boolean isRead;

  private PeerChannel(SessionHandler handler) {
    super(DefaultChannelId.newInstance(), false, false, handler);
    config().setAutoRead(false);
    config().setAllocator(allocator);
  }

  /** Returns a new connection, without a limit of ETRNs. */
  static PeerChannel connect(SessionTimeouts.Waits waits) throws Exception {
    var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ChannelOptions options = ChannelOptions.NONE.withEtrnsPerSession(Integer.MAX_VALUE);
    ServerConfig config =
        BuiltInConfig.config(nowhere, nowhere)
            .withIncoming(Channel.of("tcp_local").accepting(EtrnMode.ALLOW, options));
    var queue = new InMemoryQueue(1_000_000);
    QueueRunner runs = selection -> QueueRunner.Answer.STARTED;
    var etrn = new EtrnDecision(config, queue, runs, ServerObserver.NONE);
    var channel =
        new PeerChannel(
            new SessionHandler(
                (ctx, output) ->
                    new Session(
                        config,
                        queue,
                        etrn,
                        InetAddress.getLoopbackAddress(),
                        ctx.executor(),
                        Runnable::run,
                        output),
                ctx -> {
                  throw new AssertionError("no TLS here");
                },
                waits));
    channel.register();
    channel.freezeTime();
    return channel;
  }

  /** Returns true if the server reads from the connection. */
  boolean isRead() {
    return isRead;
  }

  void send(String octets) {
    isRead = false;
    byte[] input = octets.getBytes(StandardCharsets.ISO_8859_1);
    writeInbound(alloc().buffer(input.length).writeBytes(input));
  }

  void setDeaf(boolean deaf) {
    isDeaf = deaf;
    if (!deaf) {
      flushOutbound();
    }
  }

  void pass(Duration time) {
    advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    runScheduledPendingTasks();
    runPendingTasks();
  }

  /** Returns the replies since the last call. */
  String heard() {
    var text = new StringBuilder();
    for (ByteBuf next = readOutbound(); next != null; next = readOutbound()) {
      text.append(next.toString(StandardCharsets.US_ASCII));
      next.release();
    }
    return text.toString();
  }

  /** Returns the number of octets that wait for the peer to read. */
  long pendingOctets() {
    ChannelOutboundBuffer buffer = unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  /** Returns the number of octets that the server keeps in buffers. */
  long heldOctets() {
    return allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory();
  }

  @Override
  protected void doBeginRead() throws Exception {
    isRead = true;
    super.doBeginRead();
  }

  @Override
  protected void doWrite(ChannelOutboundBuffer in) throws Exception {
    if (!isDeaf) {
      super.doWrite(in);
    }
  }
}
