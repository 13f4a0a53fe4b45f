package dev.etrn.suites.run.client;

import dev.etrn.suites.cases.client.VisitPlan;
import dev.etrn.suites.clients.OngoingVisit;
import dev.etrn.suites.clients.RunningClient;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.scripted.ScriptedServer;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Makes a client come, and records what it does.
 *
 * @param provider that it comes to
 * @param client that is told to
 */
record ClientVisits(ScriptedServer provider, RunningClient client) {

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

  InetSocketAddress address() {
    return provider.address();
  }

  /** One visit, recorded behind the earlier ones of the same transcript. */
  void play(VisitPlan round, String title, Recorder recorder) throws InterruptedException {
    int earlier =
        (int) recorder.transcript("").all(dev.etrn.suites.transcript.Event.Opened.class).count();
    recorder.record(nanos -> Visit.asks(nanos, round.nodes()));
    provider.open(round.plan(), earlier + 1, recorder);
    try {
      RunningClient.Ending ending = client.ask(round.nodes(), new Ongoing(title));
      if (ending.exit().isPresent()) {
        // Else an end that was not read yet would look like one of ours.
        boolean unused = provider.awaitEnds(ENDS_WITHIN);
      }
      provider.end();
      ending.exit().ifPresent(code -> recorder.record(nanos -> Visit.exited(nanos, code)));
      recorder.record(nanos -> Visit.printed(nanos, ending.output()));
    } finally {
      provider.end();
    }
  }

  private final class Ongoing implements OngoingVisit {
    private final String title;

    Ongoing(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
      long deadline = System.nanoTime() + atMost.toNanos();
      boolean came = provider.awaitConnection(atMost);
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      return came && (provider.awaitQuiet(client.profile().quiet(), left) || came);
    }
  }
}
