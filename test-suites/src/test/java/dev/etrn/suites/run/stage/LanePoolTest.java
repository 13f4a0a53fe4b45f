package dev.etrn.suites.run.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.wire.sink.Sink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanePoolTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> taken = new ArrayList<>();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void givesTheFirstLaneOnlyWhenAllHaveObserved() throws Exception {
    Lane only = lane("a.example");
    var pool = new LanePool(List.of(only));
    Case a = moving("etrn.m.a");
    pool.begin(List.of(a, observing("etrn.o.a")));
    CompletableFuture<Lane> lane = take(pool, a);
    assertStillWaits(lane);
    pool.observed();
    assertThat(lane.get(10, TimeUnit.SECONDS)).isSameAs(only);
  }

  @Test
  void givesAnotherLaneMeanwhileAndInTheOrderOfTheCases() throws Exception {
    Lane second = lane("b.example");
    var pool = new LanePool(List.of(lane("a.example"), second));
    Case a = moving("etrn.m.a");
    Case b = moving("etrn.m.b");
    pool.begin(List.of(a, b, observing("etrn.o.a")));
    CompletableFuture<Lane> laterOne = take(pool, b);
    assertStillWaits(laterOne);
    assertThat(take(pool, a).get(10, TimeUnit.SECONDS)).isSameAs(second);
    assertStillWaits(laterOne);
    pool.giveBack(second, a);
    assertThat(laterOne.get(10, TimeUnit.SECONDS)).isSameAs(second);
    assertThat(taken).containsExactly("etrn.m.a", "etrn.m.b");
  }

  @Test
  void givesACaseALaneThatHasItsNames() throws Exception {
    Lane first =
        new Lane(
            profile(Nodes.NONE.withPermitted("a.example").withSibling("s.example")),
            Optional.empty());
    var pool = new LanePool(List.of(first, lane("b.example")));
    Case testCase =
        CaseBuilder.of("etrn.m.a", "a")
            .covers("ETRN-021")
            .needs(Need.SIBLING)
            .releasesMail()
            .judgedWhenOffered(t -> List.of());
    pool.begin(List.of(testCase));
    assertThat(take(pool, testCase).get(10, TimeUnit.SECONDS)).isSameAs(first);
  }

  @Test
  void givesTheWholeTargetToACaseThatMayTurnEverybodyAway() throws Exception {
    Lane first = lane("a.example");
    Lane second = lane("b.example");
    var pool = new LanePool(List.of(first, second));
    Case plain = moving("etrn.m.a");
    Case alone =
        CaseBuilder.of("etrn.m.b", "a")
            .covers("ETRN-021")
            .needs(Need.SLOW)
            .releasesMail()
            .judgedWhenOffered(t -> List.of());
    Case following = moving("etrn.m.c");
    pool.begin(List.of(plain, alone, following));
    Lane plainLane = take(pool, plain).get(10, TimeUnit.SECONDS);
    CompletableFuture<Lane> all = take(pool, alone);
    CompletableFuture<Lane> last = take(pool, following);
    assertStillWaits(all);
    assertStillWaits(last);
    pool.giveBack(plainLane, plain);
    assertThat(all.get(10, TimeUnit.SECONDS)).isSameAs(first);
    assertStillWaits(last);
    pool.giveBack(first, alone);
    assertThat(last.get(10, TimeUnit.SECONDS)).isIn(first, second);
  }

  @Test
  void makesALaneOfEachSetOfNames() throws Exception {
    TargetProfile many = new EmbeddedTarget().profile();
    assertThat(Lane.all(many, Optional.empty())).as("without a sink").hasSize(1);
    try (Sink sink = Sink.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      List<Lane> lanes = Lane.all(many, Optional.of(sink));
      assertThat(lanes)
          .extracting(lane -> lane.profile().nodes().permitted().orElse(""))
          .hasSize(BuiltInConfig.LANES)
          .startsWith("branch.example", "branch2.example", "branch3.example")
          .doesNotHaveDuplicates();
      assertThat(lanes).noneMatch(lane -> lane.sink().orElseThrow().isWhole());
    }
  }

  @Test
  void waitsNoLongerThanTheRun() throws Exception {
    var pool = new LanePool(List.of(lane("a.example")));
    Case a = moving("etrn.m.a");
    pool.begin(List.of(a, observing("etrn.o.a")));
    assertThat(pool.take(a, () -> true)).isEmpty();
  }

  private CompletableFuture<Lane> take(LanePool pool, Case testCase) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            Lane lane = pool.take(testCase, () -> false).orElseThrow();
            synchronized (taken) {
              taken.add(testCase.info().id());
            }
            return lane;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        threads);
  }

  /** Checks that no lane is given for a time in which a free lane would be given. */
  private static void assertStillWaits(CompletableFuture<Lane> lane) {
    Awaitility.await("a case that must wait for its turn")
        .during(Duration.ofMillis(100))
        .atMost(Duration.ofSeconds(5))
        .until(() -> !lane.isDone());
  }

  private static Lane lane(String permitted) {
    return new Lane(profile(Nodes.NONE.withPermitted(permitted)), Optional.empty());
  }

  private static TargetProfile profile(Nodes nodes) {
    return new EmbeddedTarget().profile().withNodes(nodes);
  }

  private static Case moving(String id) {
    return CaseBuilder.of(id, "a")
        .covers("ETRN-021")
        .releasesMail()
        .judgedWhenOffered(t -> List.of());
  }

  private static Case observing(String id) {
    return CaseBuilder.of(id, "a").covers("ETRN-021").judgedWhenOffered(t -> List.of());
  }
}
