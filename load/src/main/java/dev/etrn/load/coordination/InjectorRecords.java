package dev.etrn.load.coordination;

import dev.etrn.load.conformance.Conformance;
import dev.etrn.load.exchanger.Token;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.release.SentEtrn;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The records of all injectors of a run, joined as if one injector had made all of the load.
 *
 * @param reports one report for each injector; a lost injector is reported, not averaged away
 * @param records the records of the injectors that are not lost
 * @param times the times of all of these records
 */
public record InjectorRecords(
    List<InjectorReport> reports, List<InjectorRecord> records, StepTimes times) {

  /**
   * Reads the records of the injectors, and copies transcripts of sessions that show a breach
   * beside them.
   *
   * @param rendezvous the directory of the records
   * @param count the number of injectors
   * @param hint advice on where to look when an injector is lost
   * @throws IOException when the only injector made no load; its message gives the reason
   */
  public static InjectorRecords read(Rendezvous rendezvous, int count, String hint)
      throws IOException {
    var reports = new ArrayList<InjectorReport>();
    var records = new ArrayList<InjectorRecord>();
    for (int index = 1; index <= count; index++) {
      var shard = new Shard(index, count);
      InjectorFiles files = rendezvous.injector(index);
      if (count == 1 && Files.exists(files.failure())) {
        throw new IOException(Files.readString(files.failure()));
      }
      try {
        InjectorRecord record = InjectorRecord.of(shard, files, rendezvous.directory());
        reports.add(record.report());
        records.add(record);
      } catch (IOException e) {
        reports.add(new InjectorReport.Lost(shard, e.getMessage() + "; " + hint));
      }
    }
    StepTimes times = StepTimes.merged(records.stream().map(InjectorRecord::times).toList());
    return new InjectorRecords(reports, records, times);
  }

  /** Returns the records of a run without load, since some injectors did not come. */
  static InjectorRecords calledOff(List<Shard> missing, String hint) {
    String reason = "it did not come up, so none began; " + hint;
    return new InjectorRecords(
        missing.stream()
            .<InjectorReport>map(shard -> new InjectorReport.Lost(shard, reason))
            .toList(),
        List.of(),
        StepTimes.merged(List.of()));
  }

  public List<SentEtrn> asked() {
    return records.stream().flatMap(injector -> injector.asked().stream()).toList();
  }

  /** Returns the messages that the target took over. */
  public List<Token> taken() {
    return records.stream().flatMap(injector -> injector.taken().stream()).toList();
  }

  /** Returns the messages whose last reply was not seen. */
  public List<String> possible() {
    return records.stream().flatMap(injector -> injector.possible().stream()).toList();
  }

  /** Returns the findings in the sample of sessions. */
  public Conformance conformance() {
    return Conformance.of(records.stream().map(InjectorRecord::conformance).toList());
  }

  public long began() {
    return summaries().mapToLong(InjectorSummary::began).sum();
  }

  public long ended() {
    return summaries().mapToLong(InjectorSummary::ended).sum();
  }

  /**
   * Returns the seconds from the beginning of the first session to the last reply; 0 if there was
   * none.
   */
  public double seconds() {
    long first =
        summaries().mapToLong(InjectorSummary::firstNanos).filter(n -> n > 0).min().orElse(0);
    long last = summaries().mapToLong(InjectorSummary::lastNanos).max().orElse(0);
    return Math.max(0, last - first) / 1e9;
  }

  /** Returns the reason for which the load ended early; the empty string if it did not. */
  public String cut() {
    return summaries()
        .map(InjectorSummary::cut)
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Returns true if an assertion of a user's own simulation does not hold. */
  public boolean isAnyAssertionBroken() {
    return summaries().anyMatch(InjectorSummary::isAssertionBroken);
  }

  /**
   * Returns the reasons for which the numbers are not valid, as far as the injectors cause them.
   */
  public List<String> objections() {
    return reports.stream().flatMap(report -> report.objections().stream()).toList();
  }

  private Stream<InjectorSummary> summaries() {
    return records.stream().map(injector -> injector.report().summary());
  }
}
