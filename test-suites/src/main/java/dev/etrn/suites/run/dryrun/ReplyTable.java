package dev.etrn.suites.run.dryrun;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.evaluation.CaseJudge;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The verdicts of a case by reply code, found by asking its judge.
 *
 * <p>The script is rehearsed once for each code: every ETRN of the case gets this code, and all
 * other commands get the replies of a willing server. The real judge reads the transcript.
 *
 * @param rows the rows, one for each code, in order
 */
public record ReplyTable(List<Row> rows) {

  /**
   * A reply code and its verdicts.
   *
   * @param code the code of the reply to every ETRN of the case
   * @param verdict the verdict in the default profile
   * @param strict the verdict in the strict profile
   */
  public record Row(int code, Verdict verdict, Verdict strict) {}

  private static final List<Integer> CODES =
      List.of(250, 251, 252, 253, 254, 354, 450, 458, 459, 500, 501, 502, 503, 550, 554);

  public ReplyTable {
    rows = List.copyOf(rows);
  }

  /**
   * Returns the table of {@code testCase}; empty if the code of the reply to ETRN alone does not
   * decide: if the case moves mail, if the text counts too, if no single code makes it pass, or if
   * all codes get the same verdict.
   */
  public static Optional<ReplyTable> of(Case testCase, TargetProfile profile)
      throws InterruptedException {
    if (testCase.info().releasesMail()) {
      return Optional.empty();
    }
    var table = rehearsed(testCase, profile, AssumedReply::code);
    return table.equals(rehearsed(testCase, profile, AssumedReply::terse))
        ? Optional.of(table).filter(ReplyTable::decides)
        : Optional.empty();
  }

  private static ReplyTable rehearsed(
      Case testCase, TargetProfile profile, IntFunction<AssumedReply> reply)
      throws InterruptedException {
    var rows = new ArrayList<Row>();
    for (int code : CODES) {
      Transcript transcript = DryRun.supposing(testCase, profile, reply.apply(code));
      rows.add(
          new Row(
              code,
              CaseJudge.outcome(testCase, transcript, Profile.DEFAULT).verdict(),
              CaseJudge.outcome(testCase, transcript, Profile.STRICT).verdict()));
    }
    return new ReplyTable(rows);
  }

  private boolean decides() {
    Set<Verdict> verdicts = rows.stream().map(Row::verdict).collect(Collectors.toSet());
    return verdicts.size() > 1
        && verdicts.contains(Verdict.PASS)
        && !verdicts.contains(Verdict.ERROR);
  }
}
