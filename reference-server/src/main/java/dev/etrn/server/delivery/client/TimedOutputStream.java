package dev.etrn.server.delivery.client;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Writes block by block, each of which the peer has to take within a time. */
final class TimedOutputStream extends OutputStream {

  private final OutputStream out;
  private final Deadline deadline;
  private final Duration each;
  private final int size;

  TimedOutputStream(OutputStream out, Deadline deadline, Duration each, int size) {
    this.out = out;
    this.deadline = deadline;
    this.each = each;
    this.size = size;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    for (int at = 0; at < length; at += size) {
      int start = from + at;
      int some = Math.min(size, length - at);
      Integer unused =
          deadline.within(
              each,
              "the peer took no octets",
              () -> {
                out.write(octets, start, some);
                return some;
              });
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
