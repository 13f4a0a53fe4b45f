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
 * What the judge of a case makes of each reply code, found by asking it.
 *
 * <p>The script is rehearsed once for each code, with every ETRN of the case answered so and all
 * else as a willing server does, and the real judge reads the transcript.
 *
 * @param rows one for each code, in their order
 */
public record ReplyTable(List<Row> rows) {

  /**
   * @param code of the reply to every ETRN of the case
   * @param verdict in the default profile
   * @param strict in the strict one
   */
  public record Row(int code, Verdict verdict, Verdict strict) {}

  private static final List<Integer> CODES =
      List.of(250, 251, 252, 253, 254, 354, 450, 458, 459, 500, 501, 502, 503, 550, 554);

  public ReplyTable {
    rows = List.copyOf(rows);
  }

  /**
   * The table of {@code one}; empty when the code of the reply to ETRN alone does not decide: when
   * the case is about mail that moves, or the text counts too, or no single code makes it pass, or
   * all are judged alike.
   */
  public static Optional<ReplyTable> of(Case one, TargetProfile profile)
      throws InterruptedException {
    if (one.info().releasesMail()) {
      return Optional.empty();
    }
    var table = asked(one, profile, AssumedReply::code);
    return table.equals(asked(one, profile, AssumedReply::terse))
        ? Optional.of(table).filter(ReplyTable::decides)
        : Optional.empty();
  }

  private static ReplyTable asked(Case one, TargetProfile profile, IntFunction<AssumedReply> reply)
      throws InterruptedException {
    var rows = new ArrayList<Row>();
    for (int code : CODES) {
      Transcript supposed = DryRun.supposing(one, profile, reply.apply(code));
      rows.add(
          new Row(
              code,
              CaseJudge.outcome(one, supposed, Profile.DEFAULT).verdict(),
              CaseJudge.outcome(one, supposed, Profile.STRICT).verdict()));
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
