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
 * What all injectors of a run did, together, as if one had done it all.
 *
 * @param reports one for each injector; a lost one is told of, not averaged away
 * @param records of those that are not lost
 * @param times of all of them
 */
public record InjectorRecords(
    List<InjectorReport> reports, List<InjectorRecord> records, StepTimes times) {

  /**
   * Reads what the injectors left, and puts transcripts of sessions that show a breach beside it.
   *
   * @param meeting where the records are
   * @param of how many injectors there were
   * @param hint what to look at when one is lost
   * @throws IOException when the only injector says why it made no load
   */
  public static InjectorRecords read(Rendezvous meeting, int of, String hint) throws IOException {
    var reports = new ArrayList<InjectorReport>();
    var records = new ArrayList<InjectorRecord>();
    for (int index = 1; index <= of; index++) {
      var shard = new Shard(index, of);
      InjectorFiles files = meeting.injector(index);
      if (of == 1 && Files.exists(files.failure())) {
        throw new IOException(Files.readString(files.failure()));
      }
      try {
        InjectorRecord read = InjectorRecord.of(shard, files, meeting.directory());
        reports.add(read.report());
        records.add(read);
      } catch (IOException e) {
        reports.add(new InjectorReport.Lost(shard, e.getMessage() + "; " + hint));
      }
    }
    StepTimes times = StepTimes.merged(records.stream().map(InjectorRecord::times).toList());
    return new InjectorRecords(reports, records, times);
  }

  /** Nobody made load, since some did not come. */
  static InjectorRecords calledOff(List<Shard> missing, String hint) {
    String why = "it did not come up, so none began; " + hint;
    return new InjectorRecords(
        missing.stream().<InjectorReport>map(one -> new InjectorReport.Lost(one, why)).toList(),
        List.of(),
        StepTimes.merged(List.of()));
  }

  public List<SentEtrn> asked() {
    return records.stream().flatMap(one -> one.asked().stream()).toList();
  }

  /** Messages that the target took over. */
  public List<Token> taken() {
    return records.stream().flatMap(one -> one.taken().stream()).toList();
  }

  /** Messages whose last reply was not seen. */
  public List<String> possible() {
    return records.stream().flatMap(one -> one.possible().stream()).toList();
  }

  /** What the sessions of the sample showed. */
  public Conformance conformance() {
    return Conformance.of(records.stream().map(InjectorRecord::conformance).toList());
  }

  public long began() {
    return summaries().mapToLong(InjectorSummary::began).sum();
  }

  public long ended() {
    return summaries().mapToLong(InjectorSummary::ended).sum();
  }

  /** From the beginning of the first session to the last reply; 0 when there was none. */
  public double seconds() {
    long first =
        summaries().mapToLong(InjectorSummary::firstNanos).filter(n -> n > 0).min().orElse(0);
    long last = summaries().mapToLong(InjectorSummary::lastNanos).max().orElse(0);
    return Math.max(0, last - first) / 1e9;
  }

  /** Why it ended before its time; the empty string when it did not. */
  public String cut() {
    return summaries()
        .map(InjectorSummary::cut)
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether an assertion of a user's own simulation does not hold. */
  public boolean isAnyAssertionBroken() {
    return summaries().anyMatch(InjectorSummary::isAssertionBroken);
  }

  /** Why the numbers say nothing, as far as injectors are the reason. */
  public List<String> objections() {
    return reports.stream().flatMap(one -> one.objections().stream()).toList();
  }

  private Stream<InjectorSummary> summaries() {
    return records.stream().map(one -> one.report().summary());
  }
}
