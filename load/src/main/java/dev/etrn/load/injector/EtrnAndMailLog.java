package dev.etrn.load.injector;

import dev.etrn.load.coordination.InjectorFiles;
import dev.etrn.load.exchanger.Token;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The log of the ETRNs and messages of an injector: a line for each in a file, and their counts.
 */
final class EtrnAndMailLog implements AutoCloseable {

  private final BufferedWriter etrnWriter;
  private final BufferedWriter messageWriter;
  private final AtomicLong etrns = new AtomicLong();
  private final AtomicLong messages = new AtomicLong();

  EtrnAndMailLog(InjectorFiles files) throws IOException {
    this.etrnWriter = Files.newBufferedWriter(files.asked());
    this.messageWriter = Files.newBufferedWriter(files.sent());
  }

  /**
   * Records an ETRN.
   *
   * @param epochNanos the time at which it was written
   */
  void asked(String node, long epochNanos, boolean isAccepted) {
    etrns.incrementAndGet();
    write(etrnWriter, node + "," + epochNanos + "," + isAccepted);
  }

  /**
   * Records a message.
   *
   * @param isTaken true if a reply accepted it; if no reply came it may have been taken all the
   *     same
   */
  void sent(Token token, boolean isTaken) {
    messages.incrementAndGet();
    write(messageWriter, token.text() + "," + isTaken);
  }

  long etrns() {
    return etrns.get();
  }

  long messages() {
    return messages.get();
  }

  private static void write(BufferedWriter writer, String line) {
    try {
      synchronized (writer) {
        writer.write(line);
        writer.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what is pending; closing twice does nothing. */
  @Override
  public void close() {
    try {
      etrnWriter.close();
      messageWriter.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
