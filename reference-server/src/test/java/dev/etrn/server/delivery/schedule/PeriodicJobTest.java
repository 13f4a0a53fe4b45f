package dev.etrn.server.delivery.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.queue.QueueSelection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PeriodicJobTest {

  private final List<QueueSelection> requests = new CopyOnWriteArrayList<>();
  private final PeriodicJob job =
      new PeriodicJob(number -> number % 2 == 0 ? List.of("a", "b") : List.of("a"), this::request);

  @Test
  void runsTheChannelsThatAreDue() {
    try (job) {
      job.run();
      assertThat(requests).containsExactly(channel("a"));
      job.run();
      assertThat(requests).containsExactly(channel("a"), channel("a"), channel("b"));
    }
  }

  @Test
  void runsAtItsIntervalAlsoAfterAFailure() {
    try (var failing =
        new PeriodicJob(
            number -> {
              requests.add(channel("n" + number));
              throw new IllegalStateException("no channels");
            },
            this::request)) {
      failing.every(Duration.ofMillis(20));
      await("further jobs").until(() -> requests.size() >= 3);
    }
  }

  @Test
  void followsAnotherInterval() {
    try (job) {
      job.every(Duration.ofHours(4));
      job.every(Duration.ofHours(4));
      assertThat(requests).isEmpty();
      job.every(Duration.ofMillis(20));
      await("jobs at the new interval").until(() -> requests.contains(channel("b")));
    }
  }

  private QueueRunner.Answer request(QueueSelection selection) {
    requests.add(selection);
    return QueueRunner.Answer.STARTED;
  }

  private static QueueSelection channel(String name) {
    return new QueueSelection.WholeChannel(name);
  }
}
