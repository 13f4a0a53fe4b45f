package dev.etrn.load.engine;

import io.gatling.core.controller.inject.open.OpenInjectionStep;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An injection step that starts users at given moments after an instant. Gatling's own steps cannot
 * play a shard of a rate, count in whole seconds, and begin whenever Gatling does.
 */
final class ScheduledInjectionStep implements OpenInjectionStep {

  private static final long serialVersionUID = 1L;

  private final transient Supplier<LongStream> nanos;
  private final Instant origin;
  private final long users;
  private final Duration lasting;

  /**
   * Creates a step.
   *
   * @param origin the instant that the moments count from; it may be past or future
   * @param nanos the start of each user in nanoseconds after {@code origin}, in order
   */
  ScheduledInjectionStep(Instant origin, Supplier<LongStream> nanos, Duration lasting) {
    this.origin = origin;
    this.nanos = nanos;
    this.users = nanos.get().count();
    this.lasting = lasting;
  }

  /**
   * Returns the delays of this step's users and of the steps after it; called when Gatling begins.
   */
  @Override
  public Iterator<FiniteDuration> chain(Iterator<FiniteDuration> chained) {
    long wait = wait(origin);
    Iterator<FiniteDuration> own =
        CollectionConverters.asScala(
            nanos.get().mapToObj(delay -> finite(wait + delay)).iterator());
    FiniteDuration total = duration();
    return own.concat(() -> chained.map(later -> later.$plus(total)));
  }

  @Override
  public long users() {
    return users;
  }

  @Override
  public FiniteDuration duration() {
    return finite(wait(origin) + lasting.toNanos());
  }

  private static long wait(Instant origin) {
    return Math.max(0, Duration.between(Instant.now(), origin).toNanos());
  }

  private static FiniteDuration finite(long nanos) {
    return FiniteDuration.apply(nanos, TimeUnit.NANOSECONDS);
  }

  // Scala's case classes need the following methods; nothing calls them here.

  @Override
  public int productArity() {
    return 0;
  }

  @Override
  public Object productElement(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public boolean canEqual(Object that) {
    return that == this;
  }
}
