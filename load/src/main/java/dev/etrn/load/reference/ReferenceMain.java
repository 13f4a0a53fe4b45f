package dev.etrn.load.reference;

import dev.etrn.load.process.ParentProcess;
import dev.etrn.load.process.ProcessOutput;
import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
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

/**
 * The main class of the reference server's process, which runs until it is terminated or its parent
 * has ended. Its arguments are the address and the port of the exchanger, the directory in which it
 * creates a directory for its queue, and ALLOW_ETRNS_PER_SESSION. It prints its port once it
 * listens, and deletes its queue when it ends.
 */
final class ReferenceMain {

  private static final long ROOM = 4L << 30;

  private ReferenceMain() {}

  public static void main(String... arguments) throws Exception {
    var exchanger =
        new InetSocketAddress(InetAddress.getByName(arguments[0]), Integer.parseInt(arguments[1]));
    Path directory = Files.createTempDirectory(Path.of(arguments[2]), "etrn-load-queue");
    ServerConfig builtIn =
        BuiltInConfig.config(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), exchanger);
    Channel incoming = builtIn.incoming();
    ServerConfig config =
        builtIn.withIncoming(
            incoming.accepting(
                incoming.etrn(),
                incoming.options().withEtrnsPerSession(Integer.parseInt(arguments[3]))));
    EtrnServer server =
        EtrnServer.start(config, SqliteQueue.open(directory, ROOM), ServerObserver.NONE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, directory)));
    ParentProcess.endWithIt();
    ProcessOutput.line(Integer.toString(server.address().getPort()));
  }

  private static void end(EtrnServer server, Path directory) {
    server.close();
    try (Stream<Path> files = Files.walk(directory)) {
      // A directory comes before what is in it.
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the queue in " + directory + " is left behind", e);
    }
  }
}
