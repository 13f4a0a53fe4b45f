package dev.etrn.load.benchmark;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The reference server without a limit of ETRNs, in a process of its own; ends with its input. */
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
        // Until whoever started this goes away.
      }
    }
  }
}
