package dev.etrn.server.benchmark.client;

import io.netty.buffer.ByteBuf;

/** The counter of whole replies in octets, however these are cut. */
public final class ReplyScanner {

  private int column;
  private boolean isLastLine;
  private boolean isRefusal;
  private long refusals;

  /** Returns the number of replies that end in {@code in}, which is read and released. */
  public int replies(ByteBuf in) {
    int replies = 0;
    for (int i = in.readerIndex(); i < in.writerIndex(); i++) {
      byte octet = in.getByte(i);
      if (octet == '\n') {
        column = 0;
        replies += isLastLine ? 1 : 0;
        refusals += isLastLine && isRefusal ? 1 : 0;
      } else {
        if (column == 0) {
          isRefusal = octet > '3';
        } else if (column == 3) {
          isLastLine = octet != '-';
        }
        column++;
      }
    }
    in.release();
    return replies;
  }

  /** Returns the number of replies that were 4yz or 5yz. */
  long refusals() {
    return refusals;
  }
}
