package dev.etrn.reports.cli.terminal;

import dev.etrn.suites.wire.Addresses;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The standard output of a command: writers only remember that they failed, and this one also why.
 */
public final class StandardOutput {

  /** How systems say that the reader of a pipe has seen enough. */
  private static final String READER_LEFT = "broken pipe";

  private final Remembering to;
  private final PrintWriter writer;

  public StandardOutput(OutputStream to) {
    this.to = new Remembering(to);
    this.writer = new PrintWriter(new BufferedOutputStream(this.to), true, StandardCharsets.UTF_8);
  }

  /** In UTF-8; what it is given is written at each end of a line. */
  public PrintWriter writer() {
    return writer;
  }

  /**
   * Whether a part of what was printed reached nobody who still wanted it, which is told then.
   *
   * @param err where it is told
   */
  public boolean isLost(PrintWriter err) {
    writer.flush();
    IOException why = to.first;
    if (why == null || Addresses.reason(why).equals(READER_LEFT)) {
      return false;
    }
    err.println(
        "etrn: what was printed is not whole, standard output cannot be written ("
            + Addresses.reason(why)
            + "): make room, or print elsewhere");
    return true;
  }

  private static final class Remembering extends FilterOutputStream {

    private volatile @Nullable IOException first;

    Remembering(OutputStream to) {
      super(to);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
      try {
        out.write(octets, from, count);
      } catch (IOException e) {
        first = first == null ? e : first;
        throw e;
      }
    }
  }
}
