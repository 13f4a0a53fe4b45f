package dev.etrn.suites.transcript;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The joined octets of one direction of a connection, with the time at which each was read. */
final class TimedOctets {

  private final StringBuilder text = new StringBuilder();
  private final NavigableMap<Integer, Long> nanosFrom = new TreeMap<>();

  void add(long nanos, Octets octets) {
    nanosFrom.put(text.length(), nanos);
    text.append(octets.text());
  }

  /** Returns all octets, one char each. */
  String text() {
    return text.toString();
  }

  /** Returns the time at which the octet at {@code index} was read. */
  long nanosAt(int index) {
    Map.Entry<Integer, Long> segment = nanosFrom.floorEntry(index);
    if (segment == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return segment.getValue();
  }
}
