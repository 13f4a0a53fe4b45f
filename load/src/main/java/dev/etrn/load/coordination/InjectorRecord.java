package dev.etrn.load.coordination;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.load.conformance.Conformance;
import dev.etrn.load.conformance.ConformanceFile;
import dev.etrn.load.exchanger.Token;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.release.SentEtrn;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** The whole record of one injector. */
record InjectorRecord(
    InjectorReport.Ended report,
    StepTimes times,
    List<SentEtrn> asked,
    List<Token> taken,
    List<String> possible,
    Conformance conformance) {

  /**
   * Reads the record of one injector.
   *
   * @param out the directory for transcripts of sessions that show a breach
   * @throws IOException when the record is not complete; its message says what is wrong
   */
  static InjectorRecord of(Shard shard, InjectorFiles files, Path out) throws IOException {
    if (!Files.exists(files.summary())) {
      throw new IOException(
          Files.exists(files.failure()) ? Files.readString(files.failure()) : "it left no record");
    }
    var summary = new ObjectMapper().readValue(files.summary().toFile(), InjectorSummary.class);
    List<String[]> etrnRows = lines(files.asked(), 3, summary.asked());
    List<String[]> messageRows = lines(files.sent(), 2, summary.sent());
    StepTimes times = times(files.times());
    Histogram lag = times.matching(StepTag::isLag);
    long lagNanos = lag.getTotalCount() == 0 ? 0 : lag.getValueAtPercentile(99);
    long logged = times.count(StepTag::isStep);
    var taken = new ArrayList<Token>();
    var possible = new ArrayList<String>();
    messageRows.forEach(cells -> sent(cells, taken, possible));
    return new InjectorRecord(
        new InjectorReport.Ended(shard, summary, lagNanos, logged),
        times,
        etrnRows.stream().map(InjectorRecord::asked).toList(),
        taken,
        possible,
        sample(files, out));
  }

  private static Conformance sample(InjectorFiles files, Path out) throws IOException {
    return ConformanceFile.collect(
        ConformanceFile.read(files.sample()),
        String.valueOf(files.directory().getFileName()),
        files.transcripts(),
        out);
  }

  private static StepTimes times(Path log) throws IOException {
    try {
      return StepTimes.read(List.of(log));
    } catch (RuntimeException e) {
      // The reader of the log throws various runtime exceptions if the log is cut off.
      throw new IOException(log.getFileName() + " cannot be read", e);
    }
  }

  private static List<String[]> lines(Path file, int cells, long expected) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      List<String[]> rows =
          lines.map(line -> line.split(",")).filter(row -> row.length == cells).toList();
      if (rows.size() != expected) {
        throw new IOException(
            "of "
                + expected
                + " lines of "
                + file.getFileName()
                + " "
                + rows.size()
                + " are there");
      }
      return rows;
    }
  }

  private static SentEtrn asked(String[] cells) {
    return new SentEtrn(cells[0], Long.parseLong(cells[1]), Boolean.parseBoolean(cells[2]));
  }

  private static void sent(String[] cells, List<Token> taken, List<String> possible) {
    String node = Token.nodeOf(cells[0]);
    if (Boolean.parseBoolean(cells[1])) {
      taken.add(new Token(node, cells[0].substring(node.length() + 1)));
    } else {
      possible.add(cells[0]);
    }
  }
}
