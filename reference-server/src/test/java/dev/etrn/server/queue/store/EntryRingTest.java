package dev.etrn.server.queue.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EntryRingTest {

  private final EntryRing ring = new EntryRing();

  @Test
  void keepsTheOrderOfIdsWhateverTheTimesSay() {
    ring.add(1, 900);
    ring.add(2, 100);
    ring.add(3, 500);
    assertThat(ring.firstArrival()).isEqualTo(900);
    ring.removeFirst();
    ring.add(1, 900);
    assertThat(taken()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void isSortedAfterAnyMixtureOfAddingAndTaking() {
    var random = new Random(4711);
    var expected = new TreeMap<Long, Long>();
    for (int step = 0; step < 20_000; step++) {
      if (random.nextInt(5) < 3) {
        long id = random.nextInt(100_000);
        if (expected.put(id, id + 7) == null) {
          ring.add(id, id + 7);
        }
      } else if (!expected.isEmpty()) {
        assertThat(ring.firstId()).isEqualTo(expected.firstKey());
        assertThat(ring.firstArrival()).isEqualTo(expected.firstEntry().getValue());
        expected.pollFirstEntry();
        ring.removeFirst();
      }
      assertThat(ring.size()).isEqualTo(expected.size());
    }
    assertThat(taken()).containsExactlyElementsOf(expected.keySet());
  }

  private List<Long> taken() {
    var ids = new ArrayList<Long>();
    while (ring.size() > 0) {
      ids.add(ring.firstId());
      ring.removeFirst();
    }
    return ids;
  }
}
