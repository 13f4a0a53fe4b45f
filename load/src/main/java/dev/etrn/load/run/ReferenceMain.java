package dev.etrn.load.run;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltIn;
import dev.etrn.server.config.Channel;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.observe.Observer;
import dev.etrn.server.queue.SqliteQueue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Runs the reference server until it is terminated: with the address and port of the exchanger, the
 * directory of the queue, and ALLOW_ETRNS_PER_SESSION. Prints its port once it listens.
 */
final class ReferenceMain {

  private static final long ROOM = 4L << 30;

  private ReferenceMain() {}

  public static void main(String... arguments) throws Exception {
    var exchanger =
        new InetSocketAddress(InetAddress.getByName(arguments[0]), Integer.parseInt(arguments[1]));
    var queue = SqliteQueue.open(Path.of(arguments[2]), ROOM);
    ServerConfig plain =
        BuiltIn.config(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), exchanger);
    Channel incoming = plain.incoming();
    ServerConfig config =
        plain.withIncoming(
            incoming.accepting(
                incoming.etrn(),
                incoming.options().withEtrnsPerSession(Integer.parseInt(arguments[3]))));
    EtrnServer server = EtrnServer.start(config, queue, Observer.NONE);
    Parent.endWithIt();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    Output.line(Integer.toString(server.address().getPort()));
  }
}
