package dev.etrn.suites.wire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionRateTest {

  private static final long SECOND = 1_000_000_000;

  private final AtomicLong now = new AtomicLong(-5 * SECOND);

  @Test
  void letsOneSecondsWorthThroughAtOnceAndSpacesTheRest() {
    var rate = ConnectionRate.perSecond(4, now::get);
    for (int i = 0; i < 4; i++) {
      assertThat(rate.reserve()).isZero();
    }
    assertThat(rate.reserve()).isEqualTo(SECOND / 4);
    assertThat(rate.reserve()).isEqualTo(SECOND / 2);
  }

  @Test
  void fillsSteadilyAndNeverBeyondOneSecondsWorth() {
    var rate = ConnectionRate.perSecond(2, now::get);
    rate.reserve();
    rate.reserve();
    now.addAndGet(SECOND / 2);
    assertThat(rate.reserve()).isZero();
    assertThat(rate.reserve()).isEqualTo(SECOND / 2);
    now.addAndGet(60 * SECOND);
    assertThat(rate.reserve()).isZero();
    assertThat(rate.reserve()).isZero();
    assertThat(rate.reserve()).isEqualTo(SECOND / 2);
  }

  @Test
  void waitsForTheTurn() {
    var rate = ConnectionRate.perSecond(1, () -> now.getAndAdd(SECOND / 10));
    rate.await();
    long before = now.get();
    rate.await();
    assertThat(now.get() - before).isGreaterThanOrEqualTo(SECOND / 2);
  }

  @Test
  void hasNoCapUnlessOneIsGiven() {
    var rate = ConnectionRate.unlimited();
    for (int i = 0; i < 1000; i++) {
      assertThat(rate.reserve()).isZero();
    }
    assertThatThrownBy(() -> ConnectionRate.perSecond(0)).hasMessageContaining("more than 0");
  }

  @Test
  void takesRatesBelowOneASecond() {
    var rate = ConnectionRate.perSecond(0.5, now::get);
    assertThat(rate.reserve()).isZero();
    assertThat(rate.reserve()).isEqualTo(2 * SECOND);
  }

  @Test
  void slowsDownToOneInFiveSeconds() {
    var rate = ConnectionRate.perSecond(1, now::get);
    rate.slowDown();
    assertThat(rate.perSecond()).isEqualTo(0.5);
    rate.slowDown();
    rate.slowDown();
    rate.slowDown();
    assertThat(rate.perSecond()).isEqualTo(0.2);
    var slow = ConnectionRate.perSecond(0.1, now::get);
    slow.slowDown();
    assertThat(slow.perSecond()).isEqualTo(0.1);
  }

  @Test
  void pausesEverybody() {
    var rate = ConnectionRate.unlimited();
    rate.pause(java.time.Duration.ofSeconds(30));
    assertThat(rate.reserve()).isGreaterThan(29 * SECOND);
  }
}
