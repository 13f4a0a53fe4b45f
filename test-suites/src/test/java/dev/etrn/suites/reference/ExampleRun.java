package dev.etrn.suites.reference;

import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of a conformance run on an example. */
record ExampleRun(RunResult result) {

  /** Runs the selected cases in the strict profile. */
  static ExampleRun of(ExampleTarget target, CaseSelection selection) throws Exception {
    var plan = new RunPlan(target, selection.of(Cases.all()), Profile.STRICT, 1);
    return new ExampleRun(new Runner(plan, new RunListener() {}).run());
  }

  /** Returns the cases that got other verdicts than these, with their observations. */
  Map<String, String> otherThan(Verdict... verdicts) {
    var others = new TreeMap<String, String>();
    result.cases().stream()
        .filter(c -> !Set.of(verdicts).contains(c.verdict()))
        .forEach(c -> others.put(c.info().id(), c.verdict() + " " + c.observed()));
    return others;
  }

  /** Returns the ids of the cases with this verdict. */
  List<String> with(Verdict verdict) {
    return result.cases().stream()
        .filter(c -> c.verdict() == verdict)
        .map(c -> c.info().id())
        .toList();
  }

  Verdict verdict(String caseId) {
    return caseResult(caseId).verdict();
  }

  String observed(String caseId) {
    return caseResult(caseId).observed();
  }

  /** Returns the codes of the replies to ETRN in one case, those of success as {@code 25x}. */
  String codes(String caseId) {
    return replies(caseResult(caseId))
        .map(reply -> reply.firstDigit() == 2 ? "25x" : Integer.toString(reply.code()))
        .collect(Collectors.joining(" "));
  }

  /** Returns the texts of all replies to ETRN, in all cases. */
  List<String> texts() {
    return result.cases().stream().flatMap(ExampleRun::replies).map(Reply::text).toList();
  }

  /** Returns the text of the first reply to ETRN in one case. */
  String text(String caseId) {
    return replies(caseResult(caseId)).findFirst().orElseThrow().text();
  }

  private CaseResult caseResult(String caseId) {
    return result.cases().stream()
        .filter(c -> c.info().id().equals(caseId))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Reply> replies(CaseResult caseResult) {
    return Dialogue.all(caseResult.transcript()).stream().flatMap(d -> d.replies("etrn").stream());
  }
}
