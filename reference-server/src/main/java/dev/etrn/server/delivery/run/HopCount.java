package dev.etrn.server.delivery.run;

import java.nio.charset.StandardCharsets;

/** The number of servers that a message passed through; too many mean a mail loop. */
final class HopCount {

  /** The limit; RFC 5321 section 6.3 asks for at least 100. */
  static final int MOST = 100;

  private static final byte[] RECEIVED = "received:".getBytes(StandardCharsets.US_ASCII);

  private HopCount() {}

  static boolean isLoop(byte[] content) {
    return of(content) > MOST;
  }

  /** Returns the number of Received fields in the header. */
  static int of(byte[] content) {
    int count = 0;
    int line = 0;
    while (line < content.length && content[line] != '\r' && content[line] != '\n') {
      if (isReceived(content, line)) {
        count++;
      }
      while (line < content.length && content[line] != '\n') {
        line++;
      }
      line++;
    }
    return count;
  }

  private static boolean isReceived(byte[] content, int start) {
    if (content.length - start < RECEIVED.length) {
      return false;
    }
    for (int i = 0; i < RECEIVED.length; i++) {
      int octet = content[start + i];
      int lower = octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
      if (lower != RECEIVED[i]) {
        return false;
      }
    }
    return true;
  }
}
