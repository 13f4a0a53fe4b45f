package dev.etrn.suites.wire;

import java.io.IOException;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * Acknowledges segments at once where the system can (TCP_QUICKACK).
 *
 * <p>Delayed acknowledgements of the harness would show as slowness of the target: some servers
 * wait for one before they write on. The option is not lasting, so it is set again after each read.
 */
public final class QuickAck {

  private QuickAck() {}

  public static void on(Socket socket) {
    try {
      if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      }
    } catch (IOException e) {
      // The socket is closed already; the next read says so.
    }
  }
}
