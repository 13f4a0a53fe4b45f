package dev.etrn.reports.cli.terminal;

import dev.etrn.suites.wire.Addresses;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The standard output of a command, which remembers why a write failed, unlike other writers. */
public final class StandardOutput {

  /** The reason that systems give when the reader of a pipe has closed it. */
  private static final String READER_LEFT = "broken pipe";

  private final Remembering stream;
  private final PrintWriter writer;

  public StandardOutput(OutputStream stream) {
    this.stream = new Remembering(stream);
    this.writer =
        new PrintWriter(new BufferedOutputStream(this.stream), true, StandardCharsets.UTF_8);
  }

  /** Returns the writer, which encodes in UTF-8 and flushes at each end of a line. */
  public PrintWriter writer() {
    return writer;
  }

  /**
   * Returns true if output was lost that a reader still wanted, after printing an error.
   *
   * @param err the writer of the error
   */
  public boolean isLost(PrintWriter err) {
    writer.flush();
    IOException cause = stream.first;
    if (cause == null || Addresses.reason(cause).equals(READER_LEFT)) {
      return false;
    }
    err.println(
        "etrn: the output is incomplete, since standard output cannot be written ("
            + Addresses.reason(cause)
            + "): free some space, or redirect the output");
    return true;
  }

  private static final class Remembering extends FilterOutputStream {

    private volatile @Nullable IOException first;

    Remembering(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] octets, int offset, int count) throws IOException {
      try {
        out.write(octets, offset, count);
      } catch (IOException e) {
        first = first == null ? e : first;
        throw e;
      }
    }
  }
}
