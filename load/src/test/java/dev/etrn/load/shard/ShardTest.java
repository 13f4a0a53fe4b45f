package dev.etrn.load.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.etrn.load.scenario.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class ShardTest {

  @Property(tries = 300)
  void holdEverySessionOnce(
      @ForAll @IntRange(min = 1, max = 40) int injectors, @ForAll @IntRange(max = 3000) int total) {
    assertThat(
            shards(injectors)
                .flatMapToLong(shard -> LongStream.range(0, shard.share(total)).map(shard::number))
                .sorted())
        .containsExactlyElementsOf(LongStream.range(0, total).boxed().toList());
  }

  @Property(tries = 300)
  @Tag("slow")
  void makeTogetherTheArrivalsOfTheWhole(
      @ForAll @IntRange(min = 1, max = 20) int injectors, @ForAll("open") Pace pace) {
    var arrivals = new SessionSchedule(pace);
    List<Long> whole = arrivals.of(Shard.WHOLE).boxed().toList();
    assertThat(whole).hasSize((int) arrivals.count()).isSorted();
    assertThat(shards(injectors).flatMapToLong(arrivals::of).sorted())
        .containsExactlyElementsOf(whole);
  }

  @Property(tries = 300)
  void beginNoSessionAfterThePaceEnds(@ForAll("open") Pace pace) {
    assertThat(new SessionSchedule(pace).of(Shard.WHOLE))
        .allMatch(nanos -> nanos >= 0 && nanos <= pace.lasting().toNanos());
  }

  @Property(tries = 300)
  void shareOpenSessionsAmongAsManyAsThereAre(
      @ForAll @IntRange(min = 1, max = 20) int injectors,
      @ForAll @IntRange(min = 1, max = 60) int sessions) {
    List<Shard> active =
        shards(injectors).map(shard -> shard.among(sessions)).flatMap(Optional::stream).toList();
    assertThat(active)
        .hasSize(Math.min(injectors, sessions))
        .allMatch(shard -> shard.of() == active.size());
    assertThat(active.stream().mapToLong(shard -> shard.share(sessions))).allMatch(n -> n > 0);
    assertThat(active.stream().mapToLong(shard -> shard.share(sessions)).sum()).isEqualTo(sessions);
  }

  @Example
  void takeSessionsInTurn() {
    var arrivals = new SessionSchedule(new Pace.Constant(10, Duration.ofMillis(500)));
    assertThat(arrivals.of(new Shard(1, 2))).containsExactly(0L, 200_000_000L, 400_000_000L);
    assertThat(arrivals.of(new Shard(2, 2))).containsExactly(100_000_000L, 300_000_000L);
  }

  @Example
  void riseWithTheLevels() {
    var arrivals = new SessionSchedule(new Pace.Steps(1, 2, Duration.ofSeconds(2)));
    assertThat(arrivals.of(Shard.WHOLE).map(nanos -> nanos / 1_000_000))
        .containsExactly(0L, 1000L, 2000L, 2500L, 3000L, 3500L);
  }

  @Example
  void areCountedFromOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shard(4, 3))
        .withMessage("there is no injector 4 of 3: they are counted from 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Shard(0, 3));
  }

  @Provide
  Arbitrary<Pace> open() {
    Arbitrary<Duration> lasting = Arbitraries.integers().between(1, 5000).map(Duration::ofMillis);
    Arbitrary<Double> rate = Arbitraries.doubles().between(0.1, 400);
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 500).map(Pace.AtOnce::new),
        Combinators.combine(rate, lasting).as(Pace.Constant::new),
        Combinators.combine(rate, Arbitraries.integers().between(1, 6), lasting)
            .as(Pace.Steps::new));
  }

  private static Stream<Shard> shards(int injectors) {
    return IntStream.rangeClosed(1, injectors).mapToObj(index -> new Shard(index, injectors));
  }
}
