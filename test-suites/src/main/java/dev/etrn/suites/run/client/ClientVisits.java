package dev.etrn.suites.run.client;

import dev.etrn.suites.cases.client.VisitPlan;
import dev.etrn.suites.clients.OngoingVisit;
import dev.etrn.suites.clients.RunningClient;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.scripted.ScriptedServer;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * The visits of a client to the harness's server, as recordings.
 *
 * @param provider the server that the client visits
 * @param client the client
 */
record ClientVisits(ScriptedServer provider, RunningClient client) {

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

  InetSocketAddress address() {
    return provider.address();
  }

  /** Plays one visit, and records it after the earlier visits of the same transcript. */
  void play(VisitPlan visitPlan, String title, Recorder recorder) throws InterruptedException {
    int earlierSessions =
        (int) recorder.transcript("").all(dev.etrn.suites.transcript.Event.Opened.class).count();
    recorder.record(Facts.VISIT_ASKED.of(visitPlan.nodes()));
    provider.open(visitPlan.plan(), earlierSessions + 1, recorder);
    try {
      RunningClient.Ending ending = client.ask(visitPlan.nodes(), new Ongoing(title));
      if (ending.exit().isPresent()) {
        // Otherwise an end that was not read yet would look like our own.
        boolean unused = provider.awaitEnds(ENDS_WITHIN);
      }
      provider.end();
      ending.exit().ifPresent(code -> recorder.record(Facts.VISIT_EXIT.of(code)));
      recorder.record(Facts.VISIT_OUTPUT.of(ending.output()));
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
      boolean hasConnected = provider.awaitConnection(atMost);
      Duration remaining = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      return hasConnected
          && (provider.awaitQuiet(client.profile().quiet(), remaining) || hasConnected);
    }
  }
}
