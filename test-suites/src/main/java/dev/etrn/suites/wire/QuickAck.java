package dev.etrn.suites.wire;

import java.io.IOException;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * The socket option that acknowledges segments at once, where the system has it (TCP_QUICKACK).
 *
 * <p>Delayed acknowledgements of the harness would look like slowness of the target, since some
 * servers wait for one before they write more. The system resets the option, so it is set after
 * each read.
 */
public final class QuickAck {

  private QuickAck() {}

  public static void on(Socket socket) {
    try {
      if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      }
    } catch (IOException e) {
      // The socket is closed already; the next read reports it.
    }
  }
}
