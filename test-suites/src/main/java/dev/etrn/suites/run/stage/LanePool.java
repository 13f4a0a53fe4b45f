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
 * The pool of a run's lanes; each lane serves one case that moves mail at a time.
 *
 * <p>Cases get a lane, or their turn to observe, in their order. Cases that only observe use the
 * names of the first lane too, so that lane serves no other case before they are done.
 */
public final class LanePool {

  /** The interval at which waiting cases check for the end of the run. */
  private static final long LOOK_MILLIS = 500;

  /** The most cases that only observe at the same time. */
  private static final int MOST_OBSERVERS = 8;

  private final List<Lane> lanes;
  private final List<Lane> free;
  private final List<Case> waiting = new ArrayList<>();
  private final List<Case> observers = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Condition> turns = new HashMap<>();
  private int underWay;
  private int observing;

  /**
   * @param lanes the lanes, at least one
   */
  public LanePool(List<Lane> lanes) {
    this.lanes = List.copyOf(lanes);
    this.free = new ArrayList<>(lanes);
  }

  /** Returns true if only one case can move mail at a time. */
  public boolean isOne() {
    return lanes.size() == 1;
  }

  /** Begins a round of these cases, in this order. */
  public void begin(List<Case> cases) {
    lock.lock();
    try {
      waiting.clear();
      waiting.addAll(cases.stream().filter(testCase -> testCase.info().releasesMail()).toList());
      observers.clear();
      observers.addAll(cases.stream().filter(testCase -> !testCase.info().releasesMail()).toList());
      observing = observers.size();
      underWay = 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the turn of a case that only observes.
   *
   * @param isEnded the check for the end of the run
   */
  public void awaitTurn(Case testCase, BooleanSupplier isEnded) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!isEnded.getAsBoolean()
          && (observers.indexOf(testCase) != 0 || underWay >= MOST_OBSERVERS)) {
        awaitCall(testCase);
      }
      observers.remove(testCase);
      underWay++;
      callNext();
    } finally {
      lock.unlock();
    }
  }

  /** Records the end of a case that only observes. */
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
   * Waits for a lane whose names fit; a case that fits no lane gets the first.
   *
   * @param isEnded the check for the end of the run
   * @return the lane; empty if the run ended first
   */
  public Optional<Lane> take(Case testCase, BooleanSupplier isEnded) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<Lane> lane = tryTake(testCase);
      while (lane.isEmpty() && !isEnded.getAsBoolean()) {
        awaitCall(testCase);
        lane = tryTake(testCase);
      }
      return lane;
    } finally {
      lock.unlock();
    }
  }

  public void giveBack(Lane lane, Case testCase) {
    lock.lock();
    try {
      free.addAll(isAlone(testCase) ? lanes : List.of(lane));
      callNext();
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // The callers loop.
  private void awaitCall(Case testCase) throws InterruptedException {
    boolean unused =
        turns
            .computeIfAbsent(testCase.info().id(), id -> lock.newCondition())
            .await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Wakes only the cases whose turn it may be, since there are as many threads as cases. */
  private void callNext() {
    observers.stream().limit(1).forEach(this::call);
    free.stream().flatMap(lane -> next(lane).stream()).forEach(this::call);
  }

  private void call(Case testCase) {
    Optional.ofNullable(turns.get(testCase.info().id())).ifPresent(Condition::signal);
  }

  /**
   * Returns true for a case that must run alone, since it may make the target refuse connections.
   */
  private static boolean isAlone(Case testCase) {
    return testCase.info().needs().contains(Need.SLOW);
  }

  private Optional<Lane> tryTake(Case testCase) {
    if (isAlone(testCase)) {
      boolean isNext = waiting.indexOf(testCase) == 0;
      return !isNext || observing > 0 || free.size() < lanes.size()
          ? Optional.empty()
          : takeAll(testCase);
    }
    Optional<Lane> lane =
        free.stream()
            .filter(candidate -> !candidate.equals(lanes.get(0)) || observing <= 0)
            .filter(candidate -> next(candidate).filter(testCase::equals).isPresent())
            .findFirst();
    lane.ifPresent(
        granted -> {
          free.remove(granted);
          remove(testCase);
        });
    return lane;
  }

  /** Returns the first case that waits for this lane, or a case before it that must run alone. */
  private Optional<Case> next(Lane lane) {
    return waiting.stream()
        .filter(testCase -> isAlone(testCase) || serves(lane, testCase))
        .findFirst();
  }

  /**
   * Returns true if the lane fits; a case that fits none is played in the first, as not applicable.
   */
  private boolean serves(Lane lane, Case testCase) {
    return lane.fits(testCase)
        || (lane.equals(lanes.get(0)) && lanes.stream().noneMatch(other -> other.fits(testCase)));
  }

  private Optional<Lane> takeAll(Case testCase) {
    free.clear();
    remove(testCase);
    return Optional.of(lanes.get(0));
  }

  private void remove(Case testCase) {
    waiting.remove(testCase);
    callNext();
  }
}
