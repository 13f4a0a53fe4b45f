package dev.etrn.suites.wire.sink;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The mail that arrived at a sink: of the run, of earlier runs, and of other people. */
final class ArrivedMail {

  private final Set<String> tokens = new HashSet<>();
  private final Map<String, Integer> others = new TreeMap<>();
  private int leftOver;

  synchronized void add(String token) {
    tokens.add(token);
    notifyAll();
  }

  /** Returns true if the message with this token was taken. */
  synchronized boolean has(String token) {
    return tokens.contains(token);
  }

  /** Waits until messages with all these tokens were taken; returns true if they were in time. */
  synchronized boolean await(Collection<String> wanted, Duration atMost)
      throws InterruptedException {
    return awaitUntil(() -> tokens.containsAll(wanted), atMost);
  }

  /** Waits until {@code condition} holds, which can change with every arrival and every end. */
  synchronized boolean awaitUntil(BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      long remaining = deadline - System.nanoTime();
      if (remaining <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, remaining);
    }
    return true;
  }

  /** Wakes those who wait, since a connection ended. */
  synchronized void connectionEnded() {
    notifyAll();
  }

  /** Counts a refused delivery of other people's mail. */
  synchronized void addOthers(String node) {
    others.merge(node, 1, Integer::sum);
  }

  /** Returns the number of refused deliveries of other people's mail, by node. */
  synchronized Map<String, Integer> others() {
    return new TreeMap<>(others);
  }

  /** Counts a message of an earlier run. */
  synchronized void addLeftOver() {
    leftOver++;
  }

  /** Returns the number of messages of earlier runs that were taken and set aside. */
  synchronized int leftOver() {
    return leftOver;
  }
}
