package dev.etrn.load.conformance;

import dev.etrn.load.protocol.TranscriptSampler;
import dev.etrn.load.scenario.Population;
import dev.etrn.suites.transcript.End;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sample of sessions; it records them, and judges each as soon as it has ended, in its own
 * thread that no event loop waits for.
 *
 * <p>It is bounded: it records at most {@value #MOST_AT_ONCE} sessions at a time. If the judge
 * cannot keep up, sessions are dropped and counted.
 */
public final class SessionSample implements TranscriptSampler, AutoCloseable {

  private static final int MOST_AT_ONCE = 200;
  private static final int END_SECONDS = 10;

  private final SamplingPolicy sampling;
  private final SessionVerdicts verdicts;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong number = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final ThreadPoolExecutor judge =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_AT_ONCE),
          work -> {
            var thread = new Thread(work, "judge");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Creates a sample.
   *
   * @param percent the share of sessions in per cent; 0 for none
   * @param transcripts the directory for the transcripts of sessions that show a breach
   */
  public SessionSample(double percent, Path transcripts) {
    this.sampling = SamplingPolicy.of(percent);
    this.verdicts = new SessionVerdicts(transcripts);
  }

  @Override
  public Optional<Recording> sample(String scenario, long user) {
    if (!Population.counts(scenario) || !sampling.takes(scenario)) {
      return Optional.empty();
    }
    if (open.get() >= MOST_AT_ONCE) {
      dropped.incrementAndGet();
      return Optional.empty();
    }
    open.incrementAndGet();
    return Optional.of(new Recording(new End(End.Side.CLIENT, 1), new SessionRecord(this::ended)));
  }

  /**
   * Ends the judging, and writes the findings.
   *
   * @param file the file for a {@link Conformance} as JSON
   */
  public void finish(Path file) throws IOException {
    close();
    ConformanceFile.write(verdicts.soFar(dropped.get() + open.get()), file);
  }

  /** Judges the sessions that wait, within a time limit; closing twice does nothing. */
  @Override
  public void close() {
    judge.shutdown();
    try {
      if (!judge.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        dropped.addAndGet(judge.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ended(SessionRecord session) {
    open.decrementAndGet();
    long id = number.incrementAndGet();
    try {
      judge.execute(() -> verdicts.add(session.transcript("load.session-" + id)));
    } catch (RejectedExecutionException e) {
      dropped.incrementAndGet();
    }
  }
}
