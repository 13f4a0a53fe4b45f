package dev.etrn.server.wire;

import java.io.ByteArrayOutputStream;

/**
 * The framer of message content in chunks of announced size (RFC 3030 section 2), octet for octet:
 * it has no final line and no dot stuffing.
 *
 * <p>Content beyond the limit is read to its end, but not kept.
 */
public final class ChunkFramer {

  private final int limit;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private long remaining;
  private boolean overLimit;
  private boolean afterCr;
  private boolean bare;

  /**
   * @param limit the most octets of all chunks to keep
   */
  public ChunkFramer(int limit) {
    this.limit = limit;
  }

  /** Begins a chunk; the previous one has to be complete. */
  public void begin(long size) {
    remaining = size;
  }

  /**
   * Reads octets until {@code end} or the end of the chunk.
   *
   * @return the index of the first octet not read
   */
  public int read(byte[] octets, int start, int end) {
    int count = (int) Math.min(remaining, end - start);
    for (int i = start; i < start + count && !overLimit; i++) {
      checkLineEnd(octets[i]);
    }
    int kept = Math.min(count, limit - content.size());
    content.write(octets, start, kept);
    overLimit |= kept < count;
    remaining -= count;
    return start + count;
  }

  public boolean isChunkWhole() {
    return remaining == 0;
  }

  public boolean isOverLimit() {
    return overLimit;
  }

  /**
   * Returns true if there is a CR without LF or an LF without CR.
   *
   * @param isAll true if no chunk follows, so that a CR at the end is bare too
   */
  public boolean hasBareLineEnd(boolean isAll) {
    return bare || (isAll && afterCr);
  }

  /** Returns the content of all chunks. */
  public byte[] content() {
    return content.toByteArray();
  }

  private void checkLineEnd(byte octet) {
    bare |= afterCr != (octet == '\n');
    afterCr = octet == '\r';
  }
}
