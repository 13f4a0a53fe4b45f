package dev.etrn.suites.run.stage;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.catalogue.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The lanes of a run: each serves one case that moves mail at a time.
 *
 * <p>Cases get a lane, or their turn to observe, in their order. The first lane has the names that
 * cases which only observe use too, and serves none before those are through.
 */
public final class LanePool {

  /** The end of a run is not told to those who wait. */
  private static final long LOOK_MILLIS = 500;

  /** How many cases that only observe are under way at once. */
  private static final int MOST_OBSERVERS = 8;

  private final List<Lane> all;
  private final List<Lane> free;
  private final List<Case> waiting = new ArrayList<>();
  private final List<Case> observers = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Condition> turns = new HashMap<>();
  private int underWay;
  private int observing;

  /**
   * @param lanes at least one
   */
  public LanePool(List<Lane> lanes) {
    this.all = List.copyOf(lanes);
    this.free = new ArrayList<>(lanes);
  }

  /** Whether no two cases can move mail at once. */
  public boolean isOne() {
    return all.size() == 1;
  }

  /** A round of these cases begins, in this order. */
  public void begin(List<Case> cases) {
    lock.lock();
    try {
      waiting.clear();
      waiting.addAll(cases.stream().filter(one -> one.info().releasesMail()).toList());
      observers.clear();
      observers.addAll(cases.stream().filter(one -> !one.info().releasesMail()).toList());
      observing = observers.size();
      underWay = 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the turn of one that only observes.
   *
   * @param isEnded whether nothing is played any more
   */
  public void awaitTurn(Case one, BooleanSupplier isEnded) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!isEnded.getAsBoolean()
          && (observers.indexOf(one) != 0 || underWay >= MOST_OBSERVERS)) {
        awaitCall(one);
      }
      observers.remove(one);
      underWay++;
      callNext();
    } finally {
      lock.unlock();
    }
  }

  /** One that only observes is through. */
  public void observed() {
    lock.lock();
    try {
      observing--;
      underWay--;
      callNext();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a lane whose names fit; of a case that fits none the first is enough.
   *
   * @param isEnded whether nothing is played any more
   * @return empty when the run has ended before
   */
  public Optional<Lane> take(Case one, BooleanSupplier isEnded) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<Lane> lane = tryTake(one);
      while (lane.isEmpty() && !isEnded.getAsBoolean()) {
        awaitCall(one);
        lane = tryTake(one);
      }
      return lane;
    } finally {
      lock.unlock();
    }
  }

  public void giveBack(Lane lane, Case one) {
    lock.lock();
    try {
      free.addAll(isAlone(one) ? all : List.of(lane));
      callNext();
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // Those who call it loop.
  private void awaitCall(Case one) throws InterruptedException {
    boolean unused =
        turns
            .computeIfAbsent(one.info().id(), id -> lock.newCondition())
            .await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Wakes those alone whose turn it may be: there are as many threads as cases. */
  private void callNext() {
    observers.stream().limit(1).forEach(this::call);
    free.stream().flatMap(lane -> next(lane).stream()).forEach(this::call);
  }

  private void call(Case one) {
    Optional.ofNullable(turns.get(one.info().id())).ifPresent(Condition::signal);
  }

  /** What may turn all connections away, whomever they are for, has the target for itself. */
  private static boolean isAlone(Case one) {
    return one.info().needs().contains(Need.PATIENCE);
  }

  private Optional<Lane> tryTake(Case one) {
    if (isAlone(one)) {
      boolean isNext = waiting.indexOf(one) == 0;
      return !isNext || observing > 0 || free.size() < all.size() ? Optional.empty() : takeAll(one);
    }
    Optional<Lane> lane =
        free.stream()
            .filter(candidate -> !candidate.equals(all.get(0)) || observing <= 0)
            .filter(candidate -> next(candidate).filter(one::equals).isPresent())
            .findFirst();
    lane.ifPresent(
        taken -> {
          free.remove(taken);
          left(one);
        });
    return lane;
  }

  /**
   * The first case that waits for this lane, unless one that has the target for itself is first.
   */
  private Optional<Case> next(Lane lane) {
    return waiting.stream().filter(one -> isAlone(one) || serves(lane, one)).findFirst();
  }

  /** A case that fits no lane is played, as one that is not applicable, in the first. */
  private boolean serves(Lane lane, Case one) {
    return lane.fits(one)
        || (lane.equals(all.get(0)) && all.stream().noneMatch(any -> any.fits(one)));
  }

  private Optional<Lane> takeAll(Case one) {
    free.clear();
    left(one);
    return Optional.of(all.get(0));
  }

  private void left(Case one) {
    waiting.remove(one);
    callNext();
  }
}
