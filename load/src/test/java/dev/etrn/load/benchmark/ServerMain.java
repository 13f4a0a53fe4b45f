package dev.etrn.load.benchmark;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.EtrnMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The main class of the reference server's process, without a limit of ETRNs; it ends when its
 * input ends.
 */
final class ServerMain {

  private ServerMain() {}

  public static void main(String[] arguments) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerConfig limited =
        BuiltInConfig.config(
            new InetSocketAddress(loopback, 0), new InetSocketAddress(loopback, 9));
    ChannelOptions options = ChannelOptions.NONE.withEtrnsPerSession(Integer.MAX_VALUE);
    ServerConfig config =
        limited.withIncoming(limited.incoming().accepting(EtrnMode.ALLOW, options));
    try (EtrnServer server = EtrnServer.start(config)) {
      System.out.println(server.address().getPort());
      while (System.in.read() >= 0) {
        // The loop ends when the process that started this one ends.
      }
    }
  }
}
