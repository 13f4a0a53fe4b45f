package dev.etrn.load.run;

import dev.etrn.load.conformance.Conformance;
import dev.etrn.load.exchanger.Token;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.release.Asked;
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
record Injection(List<InjectorReport> reports, List<InjectorRead> records, StepTimes times) {

  /**
   * Reads what the injectors left, and puts transcripts of sessions that show a breach beside it.
   *
   * @param meeting where the records are
   * @param of how many injectors there were
   * @param hint what to look at when one is lost
   * @throws IOException when the only injector says why it made no load
   */
  static Injection read(Meeting meeting, int of, String hint) throws IOException {
    var reports = new ArrayList<InjectorReport>();
    var records = new ArrayList<InjectorRead>();
    for (int index = 1; index <= of; index++) {
      var shard = new Shard(index, of);
      InjectorFiles files = meeting.injector(index);
      if (of == 1 && Files.exists(files.failure())) {
        throw new IOException(Files.readString(files.failure()));
      }
      try {
        InjectorRead read = InjectorRead.of(shard, files, meeting.directory());
        reports.add(read.report());
        records.add(read);
      } catch (IOException e) {
        reports.add(new InjectorReport.Lost(shard, e.getMessage() + "; " + hint));
      }
    }
    StepTimes times = StepTimes.merged(records.stream().map(InjectorRead::times).toList());
    return new Injection(reports, records, times);
  }

  /** Nobody made load, since some did not come. */
  static Injection calledOff(List<Shard> missing, String hint) {
    String why = "it did not come up, so none began; " + hint;
    return new Injection(
        missing.stream().<InjectorReport>map(one -> new InjectorReport.Lost(one, why)).toList(),
        List.of(),
        StepTimes.merged(List.of()));
  }

  List<Asked> asked() {
    return records.stream().flatMap(one -> one.asked().stream()).toList();
  }

  /** Messages that the target took over. */
  List<Token> taken() {
    return records.stream().flatMap(one -> one.taken().stream()).toList();
  }

  /** Messages whose last reply was not seen. */
  List<String> possible() {
    return records.stream().flatMap(one -> one.possible().stream()).toList();
  }

  /** What the sessions of the sample showed. */
  Conformance conformance() {
    return Conformance.of(records.stream().map(InjectorRead::conformance).toList());
  }

  long began() {
    return summaries().mapToLong(InjectorSummary::began).sum();
  }

  long ended() {
    return summaries().mapToLong(InjectorSummary::ended).sum();
  }

  /** From the beginning of the first session to the last reply; 0 when there was none. */
  double seconds() {
    long first =
        summaries().mapToLong(InjectorSummary::firstNanos).filter(n -> n > 0).min().orElse(0);
    long last = summaries().mapToLong(InjectorSummary::lastNanos).max().orElse(0);
    return Math.max(0, last - first) / 1e9;
  }

  /** Why it ended before its time; the empty string when it did not. */
  String cut() {
    return summaries()
        .map(InjectorSummary::cut)
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether an assertion of a user's own simulation does not hold. */
  boolean isAnyAssertionBroken() {
    return summaries().anyMatch(InjectorSummary::isAssertionBroken);
  }

  /** Why the numbers say nothing, as far as injectors are the reason. */
  List<String> objections() {
    return reports.stream().flatMap(one -> one.objections().stream()).toList();
  }

  private Stream<InjectorSummary> summaries() {
    return records.stream().map(one -> one.report().summary());
  }
}
