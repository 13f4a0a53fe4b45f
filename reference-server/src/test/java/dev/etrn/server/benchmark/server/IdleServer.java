package dev.etrn.server.benchmark.server;

import dev.etrn.server.EtrnServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The server in a separate process, so that its heap contains only its sessions. It prints its
 * port, and for each line that it reads its live heap in octets.
 */
public final class IdleServer {

  private IdleServer() {}

  /**
   * Starts a server.
   *
   * @param arguments the server, {@code ours} or {@code bare}
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    if (arguments[0].equals("ours")) {
      try (EtrnServer server = ReferenceServer.withoutMail()) {
        serve(server.address(), out);
      }
    } else {
      try (var server = new BareServer()) {
        serve(server.address(), out);
      }
    }
  }

  private static void serve(InetSocketAddress address, PrintStream out) throws IOException {
    out.println(address.getPort());
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    while (in.readLine() != null) {
      out.println(liveHeap());
    }
  }

  private static long liveHeap() {
    var memory = ManagementFactory.getMemoryMXBean();
    // Twice, since the first collection makes more objects unreachable.
    memory.gc();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
