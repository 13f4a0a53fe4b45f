package dev.etrn.load.injector;

import dev.etrn.load.coordination.InjectorFiles;
import dev.etrn.load.exchanger.Token;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicLong;

/** What was asked for and what was sent, a line each in a file of an injector, and how many. */
final class EtrnAndMailLog implements AutoCloseable {

  private final BufferedWriter asked;
  private final BufferedWriter sent;
  private final AtomicLong etrns = new AtomicLong();
  private final AtomicLong messages = new AtomicLong();

  EtrnAndMailLog(InjectorFiles files) throws IOException {
    this.asked = Files.newBufferedWriter(files.asked());
    this.sent = Files.newBufferedWriter(files.sent());
  }

  /**
   * An ETRN.
   *
   * @param epochNanos when it was written
   */
  void asked(String node, long epochNanos, boolean isAccepted) {
    etrns.incrementAndGet();
    write(asked, node + "," + epochNanos + "," + isAccepted);
  }

  /**
   * A message.
   *
   * @param isTaken whether a reply said so; without any it may have been taken
   */
  void sent(Token token, boolean isTaken) {
    messages.incrementAndGet();
    write(sent, token.text() + "," + isTaken);
  }

  long etrns() {
    return etrns.get();
  }

  long messages() {
    return messages.get();
  }

  private static void write(BufferedWriter to, String line) {
    try {
      synchronized (to) {
        to.write(line);
        to.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what is pending; closing twice does nothing. */
  @Override
  public void close() {
    try {
      asked.close();
      sent.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
