package dev.etrn.suites.wire.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The writer to a peer that may stop reading. A write then blocks for good, so it has a thread of
 * its own, which ends with the connection.
 */
final class FloodWriter {

  private final Socket socket;
  private final byte[] octets;
  private final int times;
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();

  FloodWriter(Socket socket, String octets, int times) {
    this.socket = socket;
    this.octets = octets.getBytes(StandardCharsets.ISO_8859_1);
    this.times = times;
  }

  /** Writes until the end or until {@code atMost} has passed; returns the number of writes. */
  int run(Duration atMost) {
    var writer = new Thread(this::write, "etrn-flood");
    writer.setDaemon(true);
    writer.start();
    try {
      writer.join(atMost.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopped.set(true);
    return written.get();
  }

  private void write() {
    try {
      OutputStream out = socket.getOutputStream();
      while (!stopped.get() && written.get() < times) {
        out.write(octets);
        written.incrementAndGet();
      }
    } catch (IOException e) {
      // The peer closed the connection, or the flood is over.
      stopped.set(true);
    }
  }
}
