package dev.etrn.server.wire;

import java.io.ByteArrayOutputStream;

/**
 * Takes message content in chunks of announced size (RFC 3030 section 2), octet for octet: no line
 * ends it, and no dot is stuffed.
 *
 * <p>Content beyond the limit is read to its end, but not kept.
 */
public final class ChunkFramer {

  private final int limit;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private long left;
  private boolean overLimit;
  private boolean afterCr;
  private boolean bare;

  /**
   * @param limit how many octets of all chunks to keep at most
   */
  public ChunkFramer(int limit) {
    this.limit = limit;
  }

  /** Begins a chunk; the one before it has to be whole. */
  public void begin(long size) {
    left = size;
  }

  /**
   * Reads octets until {@code to} or the end of the chunk.
   *
   * @return the index of the first octet not read
   */
  public int read(byte[] octets, int from, int to) {
    int count = (int) Math.min(left, to - from);
    for (int i = from; i < from + count && !overLimit; i++) {
      look(octets[i]);
    }
    int kept = Math.min(count, limit - content.size());
    content.write(octets, from, kept);
    overLimit |= kept < count;
    left -= count;
    return from + count;
  }

  public boolean isChunkWhole() {
    return left == 0;
  }

  public boolean isOverLimit() {
    return overLimit;
  }

  /**
   * Whether there is a CR without LF or an LF without CR.
   *
   * @param isAll whether no chunk follows, so that a CR at the end is one too
   */
  public boolean hasBareLineEnd(boolean isAll) {
    return bare || (isAll && afterCr);
  }

  /** What was read of all chunks. */
  public byte[] content() {
    return content.toByteArray();
  }

  private void look(byte octet) {
    bare |= afterCr != (octet == '\n');
    afterCr = octet == '\r';
  }
}
