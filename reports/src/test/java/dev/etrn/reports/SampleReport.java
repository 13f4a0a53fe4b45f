package dev.etrn.reports;

import dev.etrn.reports.run.Report;
import dev.etrn.suites.Cases;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.waivers.Waiver;
import dev.etrn.suites.waivers.Waivers;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run with every verdict, on a target that would like its octets to become markup or commands.
 */
public final class SampleReport {

  static final String HOSTILE =
      "<script>alert(1)</script> ]]> & \"' \u001B[31m\u0000\u0007 | `x` \u202E \uFFFE ${7*7}\r\n"
          + "# x";

  private SampleReport() {}

  public static Report of(Verdict... verdicts) {
    List<CaseInfo> infos = Cases.all().stream().map(c -> c.info()).toList();
    var results = new ArrayList<CaseResult>();
    for (int i = 0; i < verdicts.length; i++) {
      results.add(result(infos.get(i), verdicts[i]));
    }
    var target =
        new TargetSeen(
            "127.0.0.1:2525", "127.0.0.1:2525", "", "", HOSTILE, List.of("ETRN", HOSTILE));
    var run =
        new RunResult(
            Instant.parse("2026-01-02T03:04:05Z"),
            42,
            Profile.DEFAULT,
            target,
            true,
            results,
            List.of(),
            Optional.of("branch.example is refused: '459 " + HOSTILE + "'"));
    return new Report(
        new ToolInfo("1.2.3", "abcdef0", "17.0.1"), run, "./etrn verify --target 127.0.0.1:2525");
  }

  public static Report everyVerdict() {
    return of(Verdict.values());
  }

  /**
   * Returns a report with a waived FAIL and WARN, an unexpected pass, stale waivers and an unstable
   * case.
   */
  public static Report waived() {
    Report plain = withUnstable(of(Verdict.FAIL, Verdict.WARN, Verdict.PASS, Verdict.FAIL));
    List<String> ids = plain.run().cases().stream().map(c -> c.info().id()).toList();
    var waivers =
        new Waivers(
            List.of(
                waiver(ids.get(0), Verdict.FAIL, "alert"),
                waiver(ids.get(1), Verdict.WARN, "alert"),
                waiver(ids.get(2), Verdict.FAIL, "alert"),
                waiver(ids.get(3), Verdict.FAIL, "something else"),
                waiver("etrn.gone.case", Verdict.FAIL, "alert")));
    var catalogue = Cases.all().stream().map(c -> c.info().id()).collect(Collectors.toSet());
    var expectations =
        Expectations.of(waivers, plain.run().cases(), catalogue, LocalDate.of(2026, 1, 2));
    return plain.with(expectations);
  }

  /** Returns the same report with a comparison with an earlier run. */
  public static Report compared() {
    Report waived = waived();
    return waived.withBaseline(earlier(waived.run()));
  }

  /** Returns an earlier run, with one FAIL less, another reason for the WARN, and one case more. */
  private static RunResult earlier(RunResult now) {
    var cases = new ArrayList<>(now.cases());
    cases.set(3, result(now.cases().get(3).info(), Verdict.PASS));
    CaseResult warned = now.cases().get(1);
    cases.set(
        1, new CaseResult(warned.info(), Verdict.WARN, "something | else", 1, warned.transcript()));
    cases.add(result(info("etrn.reply.no-argument"), Verdict.PASS));
    return now.with(cases);
  }

  private static CaseInfo info(String id) {
    return Cases.all().stream()
        .map(c -> c.info())
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Report withUnstable(Report report) {
    RunResult run = report.run();
    var cases = new ArrayList<>(run.cases());
    CaseInfo info = Cases.all().get(cases.size()).info();
    var attempts = new ArrayList<Attempt>();
    for (Verdict verdict : List.of(Verdict.PASS, Verdict.WARN, Verdict.WARN)) {
      Attempt once = result(info, verdict).worst();
      attempts.add(
          new Attempt(
              attempts.size() + 1, verdict, once.observed(), once.nanos(), once.transcript()));
    }
    cases.add(new CaseResult(info, attempts));
    return new Report(report.tool(), run.with(cases), report.command());
  }

  private static Waiver waiver(String id, Verdict verdict, String contains) {
    return new Waiver(
        id,
        "put up with <b>" + HOSTILE,
        Optional.of(URI.create("https://tracker.example/17?a=1&b=2")),
        LocalDate.of(2030, 12, 31),
        new Waiver.Evidence(verdict, Optional.of(contains), Optional.empty()));
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
