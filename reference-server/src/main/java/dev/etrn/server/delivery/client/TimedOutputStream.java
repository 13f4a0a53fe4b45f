package dev.etrn.server.delivery.client;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** The stream that writes in blocks, each of which the peer has to accept within a timeout. */
final class TimedOutputStream extends OutputStream {

  private final OutputStream out;
  private final Deadline deadline;
  private final Duration timeout;
  private final int size;

  TimedOutputStream(OutputStream out, Deadline deadline, Duration timeout, int size) {
    this.out = out;
    this.deadline = deadline;
    this.timeout = timeout;
    this.size = size;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    for (int position = 0; position < length; position += size) {
      int start = offset + position;
      int count = Math.min(size, length - position);
      Integer unused =
          deadline.within(
              timeout,
              "the peer accepted no octets",
              () -> {
                out.write(octets, start, count);
                return count;
              });
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
