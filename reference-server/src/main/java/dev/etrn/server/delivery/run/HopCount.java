package dev.etrn.server.delivery.run;

import java.nio.charset.StandardCharsets;

/** How many servers a message went through: it goes in circles when there are too many. */
final class HopCount {

  /** RFC 5321 section 6.3: a limit is to be at least 100. */
  static final int MOST = 100;

  private static final byte[] RECEIVED = "received:".getBytes(StandardCharsets.US_ASCII);

  private HopCount() {}

  static boolean areTooMany(byte[] content) {
    return of(content) > MOST;
  }

  /** The Received fields of the header. */
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

  private static boolean isReceived(byte[] content, int at) {
    if (content.length - at < RECEIVED.length) {
      return false;
    }
    for (int i = 0; i < RECEIVED.length; i++) {
      int octet = content[at + i];
      int lower = octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
      if (lower != RECEIVED[i]) {
        return false;
      }
    }
    return true;
  }
}
