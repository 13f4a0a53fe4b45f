package dev.etrn.reports.browser.page;

import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A matrix of any size, with a transcript of an ordinary session behind each cell. */
final class SyntheticMatrix {

  private static final List<Verdict> VERDICTS = List.of(Verdict.values());
  private static final int AREAS = 10;
  private static final int EXCHANGES = 20;
  private static final End CLIENT = new End(End.Side.CLIENT, 1);

  private SyntheticMatrix() {}

  static Matrix of(int targets, int cases) {
    List<CaseInfo> infos = IntStream.range(0, cases).mapToObj(i -> info(i, cases)).toList();
    var tool = new ToolInfo("1.2.3", "abcdef0", "17.0.1");
    return new Matrix(
        tool,
        IntStream.range(0, targets)
            .mapToObj(target -> Column.of("target" + target, report(tool, target, infos)))
            .toList(),
        infos);
  }

  private static Report report(ToolInfo tool, int target, List<CaseInfo> infos) {
    var results = new ArrayList<CaseResult>();
    for (int i = 0; i < infos.size(); i++) {
      Verdict verdict = VERDICTS.get((i + target) % VERDICTS.size());
      results.add(
          new CaseResult(
              infos.get(i), verdict, "got '250 Ok'", 5_000_000, transcript(infos.get(i).id())));
    }
    var seen =
        new TargetSeen(
            "target" + target, "127.0.0.1:2525", "", "", "220 mx.example ESMTP", List.of("ETRN"));
    var run =
        new RunResult(
            Instant.parse("2026-01-02T03:04:05Z"), 42, Profile.DEFAULT, seen, true, results);
    return new Report(tool, run, "./etrn verify --target target" + target);
  }

  private static CaseInfo info(int i, int cases) {
    List<Requirement> requirements = Requirements.all();
    return new CaseInfo(
        "etrn.area" + i * AREAS / cases + ".case-" + i,
        1,
        "Case " + i + " is played on each target",
        List.of(requirements.get(i % requirements.size()).id()),
        "250, 251, 252 or 253",
        Set.of(),
        false);
  }

  private static Transcript transcript(String id) {
    var events = new ArrayList<Event>();
    for (int i = 1; i <= EXCHANGES; i++) {
      events.add(new Event.Sent(i * 1_000_000L, CLIENT, Octets.of("ETRN branch.example\r\n")));
      events.add(
          new Event.Received(
              i * 1_000_000L + 500_000, CLIENT, Octets.of("250 2.0.0 Queuing started\r\n")));
    }
    return new Transcript(id, events);
  }
}
