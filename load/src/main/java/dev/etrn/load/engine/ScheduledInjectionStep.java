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
 * Users at given moments after an instant. Gatling's own steps know no shard of a rate, count in
 * whole seconds, and begin whenever Gatling does.
 */
final class ScheduledInjectionStep implements OpenInjectionStep {

  private static final long serialVersionUID = 1L;

  private final transient Supplier<LongStream> nanos;
  private final Instant from;
  private final long users;
  private final Duration lasting;

  /**
   * @param from may be over, or lie ahead
   * @param nanos when each of them comes, from then on; in order
   */
  ScheduledInjectionStep(Instant from, Supplier<LongStream> nanos, Duration lasting) {
    this.from = from;
    this.nanos = nanos;
    this.users = nanos.get().count();
    this.lasting = lasting;
  }

  /** Called when Gatling begins. */
  @Override
  public Iterator<FiniteDuration> chain(Iterator<FiniteDuration> chained) {
    long wait = wait(from);
    Iterator<FiniteDuration> own =
        CollectionConverters.asScala(nanos.get().mapToObj(one -> finite(wait + one)).iterator());
    FiniteDuration all = duration();
    return own.concat(() -> chained.map(later -> later.$plus(all)));
  }

  @Override
  public long users() {
    return users;
  }

  @Override
  public FiniteDuration duration() {
    return finite(wait(from) + lasting.toNanos());
  }

  private static long wait(Instant from) {
    return Math.max(0, Duration.between(Instant.now(), from).toNanos());
  }

  private static FiniteDuration finite(long nanos) {
    return FiniteDuration.apply(nanos, TimeUnit.NANOSECONDS);
  }

  // The rest is what Scala's case classes have; nobody takes this one apart.

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
