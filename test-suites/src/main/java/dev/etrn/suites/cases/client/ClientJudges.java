package dev.etrn.suites.cases.client;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Ways to join judges of visits, and what is asked before anything else is judged. */
final class ClientJudges {

  private ClientJudges() {}

  /** Nothing is said of a client that did not come, or did not even greet. */
  static Judge cameEachTime(String requirement, VisitsJudge judge) {
    return transcript ->
        lacking(requirement, transcript)
            .or(() -> absent(requirement, Visit.all(transcript)))
            .map(List::of)
            .orElseGet(() -> judge.judge(Visit.all(transcript), BaselineVisit.of(transcript)));
  }

  /** The client may have had a reason to stay away. */
  static Judge whetherItCameOrNot(String requirement, VisitsJudge judge) {
    return transcript ->
        lacking(requirement, transcript)
            .or(() -> unplayed(requirement, Visit.all(transcript)))
            .map(List::of)
            .orElseGet(() -> judge.judge(Visit.all(transcript), BaselineVisit.of(transcript)));
  }

  /** The findings of {@code judge} on each visit alone. */
  static VisitsJudge each(BiFunction<Visit, BaselineVisit, Finding> judge) {
    return (visits, usual) -> visits.stream().map(visit -> judge.apply(visit, usual)).toList();
  }

  /** All findings of all of them. */
  static VisitsJudge all(VisitsJudge... judges) {
    return (visits, usual) -> {
      var findings = new ArrayList<Finding>();
      for (VisitsJudge judge : judges) {
        findings.addAll(judge.judge(visits, usual));
      }
      return findings;
    };
  }

  /** A command as it is shown, with the answer it got. */
  static String shown(Command command) {
    String line = Octets.of(command.line()).escaped();
    String answer = Octets.of(command.answer().strip()).escaped();
    return "'" + line + "'" + (answer.isEmpty() ? "" : " (answered '" + answer + "')");
  }

  private static Optional<Finding> lacking(String requirement, Transcript transcript) {
    return transcript
        .fact(ClientCase.LACKS)
        .map(what -> Finding.notApplicable(requirement, "needs " + what));
  }

  private static Optional<Finding> unplayed(String requirement, List<Visit> visits) {
    return visits.isEmpty()
        ? Optional.of(Finding.inconclusive(requirement, "the client was never told to ask"))
        : Optional.empty();
  }

  private static Optional<Finding> absent(String requirement, List<Visit> visits) {
    for (Visit visit : visits) {
      if (visit.commands().findAny().isEmpty()) {
        String came = visit.sessions().isEmpty() ? "nobody connected" : "the client said nothing";
        return Optional.of(Finding.inconclusive(requirement, came + printed(visit)));
      }
    }
    return unplayed(requirement, visits);
  }

  /** What the command told, to be put behind a sentence. */
  static String printed(Visit visit) {
    String exit = visit.exit().isPresent() ? "; exit code " + visit.exit().getAsInt() : "";
    String first = visit.output().lines().findFirst().orElse("").strip();
    return exit + (first.isEmpty() ? "" : "; it printed '" + Octets.of(first).escaped() + "'");
  }
}
