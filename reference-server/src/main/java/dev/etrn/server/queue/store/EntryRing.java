package dev.etrn.server.queue.store;

/**
 * The entries of one node, sorted by their ids: two numbers each, since there may be a million.
 *
 * <p>Adding at either end and taking the first are cheap. When a clock jumps, the times are odd,
 * but the order stays. Not safe for several threads.
 */
final class EntryRing {

  private static final int SMALLEST = 4;

  private long[] ids = new long[SMALLEST];
  private long[] arrivals = new long[SMALLEST];
  private int first;
  private int size;

  int size() {
    return size;
  }

  long firstId() {
    return ids[slot(0)];
  }

  /** Returns the milliseconds since 1970. */
  long firstArrival() {
    return arrivals[slot(0)];
  }

  void removeFirst() {
    first = slot(1);
    size--;
  }

  /** Adds an entry, and moves the entries on the nearer side of its place. */
  void add(long id, long arrival) {
    if (size == ids.length) {
      grow();
    }
    if (size > 0 && id < ids[slot(size / 2)]) {
      addFromTheFront(id, arrival);
    } else {
      addFromTheBack(id, arrival);
    }
  }

  private void addFromTheFront(long id, long arrival) {
    first = slot(-1);
    size++;
    int place = 0;
    while (place + 1 < size && ids[slot(place + 1)] < id) {
      move(place + 1, place);
      place++;
    }
    set(place, id, arrival);
  }

  private void addFromTheBack(long id, long arrival) {
    int place = size;
    size++;
    while (place > 0 && ids[slot(place - 1)] > id) {
      move(place - 1, place);
      place--;
    }
    set(place, id, arrival);
  }

  private void move(int source, int target) {
    set(target, ids[slot(source)], arrivals[slot(source)]);
  }

  private void set(int place, long id, long arrival) {
    ids[slot(place)] = id;
    arrivals[slot(place)] = arrival;
  }

  /** Returns the index of a place; the length of the arrays is a power of two. */
  private int slot(int place) {
    return (first + place) & (ids.length - 1);
  }

  private void grow() {
    long[] moreIds = new long[2 * size];
    long[] moreArrivals = new long[2 * size];
    for (int place = 0; place < size; place++) {
      moreIds[place] = ids[slot(place)];
      moreArrivals[place] = arrivals[slot(place)];
    }
    ids = moreIds;
    arrivals = moreArrivals;
    first = 0;
  }
}
