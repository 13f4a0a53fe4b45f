package dev.etrn.load.run;

import dev.etrn.load.exchanger.Token;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.release.Asked;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
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
   * @param meeting where the records are
   * @param of how many injectors there were
   * @param hint what to look at when one is lost
   */
  static Injection read(Meeting meeting, int of, String hint) {
    var reports = new ArrayList<InjectorReport>();
    var records = new ArrayList<InjectorRead>();
    for (int index = 1; index <= of; index++) {
      var shard = new Shard(index, of);
      try {
        InjectorRead read = InjectorRead.of(shard, meeting.injector(index));
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

  long began() {
    return summaries().mapToLong(InjectorSummary::began).sum();
  }

  long ended() {
    return summaries().mapToLong(InjectorSummary::ended).sum();
  }

  /** Why the numbers say nothing, as far as injectors are the reason. */
  List<String> objections() {
    return reports.stream().flatMap(one -> one.objections().stream()).toList();
  }

  private Stream<InjectorSummary> summaries() {
    return records.stream().map(one -> one.report().summary());
  }
}
