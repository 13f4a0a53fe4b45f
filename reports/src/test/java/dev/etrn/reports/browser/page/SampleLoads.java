package dev.etrn.reports.browser.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.load.measure.IntervalLog;
import dev.etrn.reports.load.comparison.LoadComparison;
import dev.etrn.reports.load.comparison.LoadComparisonReport;
import dev.etrn.reports.load.figures.LoadRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Two kept runs in which a greedy partner comes to polite ones, with the limit and without it;
 * names would like to become markup or commands.
 */
final class SampleLoads {

  static final String HOSTILE = "</script><script>window.pwned=1</script> <b>\u001B[31m\u202E";

  private static final int SECONDS = 12;
  private static final int GREEDY_FROM = 6;

  private static final long START = 1_767_323_045_000L;

  private SampleLoads() {}

  static String page(Path directory) throws Exception {
    LoadRecording before = LoadRecording.read(run(directory.resolve("with <b>"), 10, 40));
    LoadRecording after = LoadRecording.read(run(directory.resolve("without"), 0, 400));
    Path out = directory.resolve("compared");
    new LoadComparisonReport(List.of(LoadComparison.of(before, after))).write(out);
    return Files.readString(out.resolve("report.html"));
  }

  private static Path run(Path directory, int limit, int greedy) throws IOException {
    log(Files.createDirectories(directory.resolve("injector-1")), greedy);
    var json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    root.put("schema", 1).put("scenario", HOSTILE);
    root.putObject("target").put("name", HOSTILE);
    ObjectNode options = root.putObject("options").put("duration", HOSTILE);
    if (limit > 0) {
      options.put("etrnsPerSession", limit);
    }
    root.putArray("invalid").add(HOSTILE);
    var timeline = root.putArray("timeline");
    for (int second = 0; second < SECONDS; second++) {
      timeline.addObject().put("second", second).put("etrns", 20).put("p50", 1).put("p99", 2);
    }
    json.writeValue(directory.resolve("load.json").toFile(), root);
    return directory;
  }

  private static void log(Path directory, int greedy) throws IOException {
    var log = new HistogramLogWriter(directory.resolve("injector.hlog").toFile());
    log.outputStartTime(START);
    log.setBaseTime(START);
    for (int second = 0; second < SECONDS; second++) {
      write(log, "polite.ETRN.253", second, 20, second < GREEDY_FROM ? 2_000_000 : 9_000_000);
      if (second >= GREEDY_FROM) {
        write(log, "greedy.ETRN.250", second, greedy, 5_000_000);
        write(log, "greedy.ETRN.458", second, 7, 5_000_000);
      }
    }
    log.close();
  }

  private static void write(HistogramLogWriter log, String tag, int second, int count, long nanos) {
    var values = new Histogram(IntervalLog.DIGITS);
    values.recordValueWithCount(nanos, count);
    values.setTag(tag);
    values.setStartTimeStamp(START + second * 1000L);
    values.setEndTimeStamp(START + second * 1000L + 1000);
    log.outputIntervalHistogram(values);
  }
}
