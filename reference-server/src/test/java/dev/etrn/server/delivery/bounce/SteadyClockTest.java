package dev.etrn.server.delivery.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SteadyClockTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Property
  void makesNoMessageOlderThanItIs(
      @ForAll @Size(max = 20) List<@IntRange(min = -60, max = 60) Integer> daysTheClockIsSet) {
    var wall = new SteppingClock(START);
    var nanos = new AtomicLong();
    var time = new SteadyClock(wall, nanos::get);
    var arrivals = new ArrayList<Instant>();
    for (int days : daysTheClockIsSet) {
      wall.step(Duration.ofDays(days));
      assertThat(time.now()).isBeforeOrEqualTo(START.plusNanos(nanos.get()));
      arrivals.add(wall.instant());
      nanos.addAndGet(Duration.ofHours(5).toNanos());
      wall.step(Duration.ofHours(5));
    }
    for (int i = 0; i < arrivals.size(); i++) {
      Duration age = Duration.ofHours(5L * (arrivals.size() - i));
      assertThat(Duration.between(arrivals.get(i), time.now())).isLessThanOrEqualTo(age);
    }
  }
}
