package dev.etrn.reports;

import dev.etrn.suites.Cases;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.run.RunResult;
import dev.etrn.suites.run.RunResult.TargetSeen;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.time.Instant;
import java.util.List;

/**
 * A run with every verdict, on a target that would like its octets to become markup or commands.
 */
public final class SampleReport {

  static final String HOSTILE =
      "<script>alert(1)</script> ]]> & \"' \u001B[31m\u0000\u0007 | `x` \u202E \uFFFE ${7*7}\r\n# x";

  private SampleReport() {}

  public static Report of(Verdict... verdicts) {
    List<CaseInfo> infos = Cases.all().stream().map(c -> c.info()).toList();
    var results = new java.util.ArrayList<CaseResult>();
    for (int i = 0; i < verdicts.length; i++) {
      results.add(result(infos.get(i), verdicts[i]));
    }
    var target =
        new TargetSeen("127.0.0.1:2525", "127.0.0.1:2525", "", HOSTILE, List.of("ETRN", HOSTILE));
    var run =
        new RunResult(
            Instant.parse("2026-01-02T03:04:05Z"), 42, Profile.DEFAULT, target, true, results);
    return new Report(
        new ToolInfo("1.2.3", "abcdef0", "17.0.1"), run, "./etrn verify --target 127.0.0.1:2525");
  }

  static Report everyVerdict() {
    return of(Verdict.values());
  }

  private static CaseResult result(CaseInfo info, Verdict verdict) {
    var end = new End(End.Side.CLIENT, 1);
    var transcript =
        new Transcript(
            info.id(),
            List.of(
                new Event.Step(1_000, end, "etrn"),
                new Event.Sent(2_000, end, Octets.of("ETRN branch.example\r\n")),
                new Event.Received(5_000_000, end, Octets.of("250 " + HOSTILE + "\r\n"))));
    return new CaseResult(info, verdict, "got '" + HOSTILE + "'", 5_000_000, transcript);
  }
}
