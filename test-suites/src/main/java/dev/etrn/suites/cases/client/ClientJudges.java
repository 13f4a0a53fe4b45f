package dev.etrn.suites.cases.client;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The ways to combine judges of visits, and the conditions that every visit must meet. */
final class ClientJudges {

  private ClientJudges() {}

  /** Returns a judge that finds nothing to judge if the client did not connect, or was silent. */
  static Judge whenConnected(String requirement, VisitsJudge judge) {
    return transcript ->
        lacking(requirement, transcript)
            .or(() -> absent(requirement, Visit.all(transcript)))
            .map(List::of)
            .orElseGet(() -> judge.judge(Visit.all(transcript), BaselineVisit.of(transcript)));
  }

  /** Returns a judge for cases in which a client may have a reason not to connect. */
  static Judge evenIfNotConnected(String requirement, VisitsJudge judge) {
    return transcript ->
        lacking(requirement, transcript)
            .or(() -> unplayed(requirement, Visit.all(transcript)))
            .map(List::of)
            .orElseGet(() -> judge.judge(Visit.all(transcript), BaselineVisit.of(transcript)));
  }

  /** Returns a judge with the findings of {@code judge} on each visit alone. */
  static VisitsJudge each(BiFunction<Visit, BaselineVisit, Finding> judge) {
    return (visits, baseline) ->
        visits.stream().map(visit -> judge.apply(visit, baseline)).toList();
  }

  /** Returns a judge that finds what all of these judges find. */
  static VisitsJudge all(VisitsJudge... judges) {
    return (visits, baseline) -> {
      var findings = new ArrayList<Finding>();
      for (VisitsJudge judge : judges) {
        findings.addAll(judge.judge(visits, baseline));
      }
      return findings;
    };
  }

  /** Returns a command in quotes, with the answer that it got. */
  static String shown(Command command) {
    String line = Octets.of(command.line()).escaped();
    String answer = Octets.of(command.answer().strip()).escaped();
    return "'" + line + "'" + (answer.isEmpty() ? "" : " (answered '" + answer + "')");
  }

  private static Optional<Finding> lacking(String requirement, Transcript transcript) {
    return transcript
        .fact(Facts.LACKS_ABILITY)
        .map(ability -> Finding.notApplicable(requirement, "needs " + ability));
  }

  private static Optional<Finding> unplayed(String requirement, List<Visit> visits) {
    return visits.isEmpty()
        ? Optional.of(Finding.inconclusive(requirement, "the client was never told to ask"))
        : Optional.empty();
  }

  private static Optional<Finding> absent(String requirement, List<Visit> visits) {
    for (Visit visit : visits) {
      if (visit.commands().findAny().isEmpty()) {
        String observed =
            visit.sessions().isEmpty() ? "nobody connected" : "the client said nothing";
        return Optional.of(Finding.inconclusive(requirement, observed + printed(visit)));
      }
    }
    return unplayed(requirement, visits);
  }

  /** Returns the exit code and the output of the client's command, to follow a sentence. */
  static String printed(Visit visit) {
    String exit = visit.exit().isPresent() ? "; exit code " + visit.exit().getAsInt() : "";
    String first = visit.output().lines().findFirst().orElse("").strip();
    return exit + (first.isEmpty() ? "" : "; it printed '" + Octets.of(first).escaped() + "'");
  }
}
