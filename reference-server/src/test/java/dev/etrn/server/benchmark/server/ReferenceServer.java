package dev.etrn.server.benchmark.server;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.store.SqliteQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The reference server without the limit of ETRNs in a session. */
public final class ReferenceServer {

  private static final long QUEUE_OCTETS = 4L * 1024 * 1024 * 1024;

  private ReferenceServer() {}

  /** Starts a server with a queue in memory, and no destination for mail. */
  public static EtrnServer withoutMail() throws IOException {
    return EtrnServer.start(config(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
  }

  /** Starts a server with a durable queue. */
  public static EtrnServer durable(Path directory, InetSocketAddress sink) throws IOException {
    return EtrnServer.start(
        config(sink), SqliteQueue.open(directory, QUEUE_OCTETS), ServerObserver.NONE);
  }

  public static ServerConfig config(InetSocketAddress sink) {
    return BuiltInConfig.config(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), sink)
        .withIncoming(
            Channel.of("tcp_local")
                .accepting(
                    EtrnMode.SILENT, ChannelOptions.NONE.withEtrnsPerSession(Integer.MAX_VALUE)));
  }

  /** Removes a queue's directory. */
  public static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
