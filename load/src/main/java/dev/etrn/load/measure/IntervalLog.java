package dev.etrn.load.measure;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.HdrHistogram.Recorder;

/**
 * A log of nanoseconds by tag; it writes the values of each second to an HdrHistogram log.
 *
 * <p>Recording takes no lock and never waits for the file. Memory grows only with the number of
 * tags, which has to be small, and not with the number of values.
 */
public final class IntervalLog implements AutoCloseable {

  /** The number of significant decimal digits of every histogram. */
  public static final int DIGITS = 3;

  private static final long SECOND = 1000;

  private final Map<StepTag, Recorder> recorders = new ConcurrentHashMap<>();
  private final HistogramLogWriter log;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "interval-log");
            thread.setDaemon(true);
            return thread;
          });
  private final long startMillis;
  private long intervalFrom;

  /**
   * Begins a log.
   *
   * @param startMillis the beginning of the run, in milliseconds since 1970; intervals begin at
   *     whole seconds after it, so that those of several injectors are the same
   * @throws FileNotFoundException when {@code file} cannot be written
   */
  public IntervalLog(Path file, long startMillis) throws FileNotFoundException {
    this.startMillis = startMillis;
    this.intervalFrom = startMillis;
    log = new HistogramLogWriter(file.toFile());
    log.outputLogFormatVersion();
    log.outputStartTime(startMillis);
    log.setBaseTime(startMillis);
    log.outputLegend();
    // A log that begins late still ends its intervals at whole seconds of the run.
    long passed = System.currentTimeMillis() - startMillis;
    long first = passed < 0 ? SECOND - passed : SECOND - passed % SECOND;
    var unused = scheduler.scheduleAtFixedRate(this::flush, first, SECOND, TimeUnit.MILLISECONDS);
  }

  /**
   * Records one value.
   *
   * @param nanos the value; a negative one counts as 0
   */
  public void record(StepTag tag, long nanos) {
    recorders.computeIfAbsent(tag, t -> new Recorder(DIGITS)).recordValue(Math.max(0, nanos));
  }

  /** Writes what is pending; closing twice does nothing. */
  @Override
  public synchronized void close() {
    if (!scheduler.isShutdown()) {
      scheduler.shutdown();
      flush();
      log.close();
    }
  }

  private synchronized void flush() {
    long now = Math.max(intervalFrom + 1, System.currentTimeMillis());
    recorders.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().text()))
        .forEach(entry -> write(entry.getKey(), entry.getValue().getIntervalHistogram(), now));
    intervalFrom = now;
  }

  private void write(StepTag tag, Histogram values, long now) {
    if (values.getTotalCount() > 0) {
      values.setTag(tag.text());
      values.setStartTimeStamp(intervalFrom);
      values.setEndTimeStamp(now);
      log.outputIntervalHistogram(values);
    }
  }

  /** Returns the beginning of the run, in milliseconds since 1970. */
  public long startMillis() {
    return startMillis;
  }
}
