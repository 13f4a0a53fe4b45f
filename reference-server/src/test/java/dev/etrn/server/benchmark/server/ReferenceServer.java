package dev.etrn.server.benchmark.server;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.Channel;
import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.ServerConfig;
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

/** The server as it is, but for the limit of ETRNs in a session. */
public final class ReferenceServer {

  private static final long QUEUE_OCTETS = 4L * 1024 * 1024 * 1024;

  private ReferenceServer() {}

  /** With a queue in memory, and nowhere to deliver. */
  public static EtrnServer withoutMail() throws IOException {
    return EtrnServer.start(config(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
  }

  /** With a durable queue. */
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
