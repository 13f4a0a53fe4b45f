package dev.etrn.suites.transcript;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The octets of one direction of a connection, joined, that still know when each was read. */
final class TimedOctets {

  private final StringBuilder text = new StringBuilder();
  private final NavigableMap<Integer, Long> nanosFrom = new TreeMap<>();

  void add(long nanos, Octets octets) {
    nanosFrom.put(text.length(), nanos);
    text.append(octets.text());
  }

  /** All octets, one char each. */
  String text() {
    return text.toString();
  }

  /** When the octet at {@code index} was read. */
  long nanosAt(int index) {
    Map.Entry<Integer, Long> from = nanosFrom.floorEntry(index);
    if (from == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return from.getValue();
  }
}
