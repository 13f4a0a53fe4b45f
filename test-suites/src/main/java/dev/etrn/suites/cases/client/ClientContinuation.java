package dev.etrn.suites.cases.client;

import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Visit;
import java.util.List;

/**
 * The judge of a client's continuation after a reply: after 250 it goes on with its other names and
 * its mail, and ends with a certain exit code.
 */
final class ClientContinuation {

  private ClientContinuation() {}

  /** Judges that the client asks for all its names and sends its mail, whatever its exit code. */
  static Finding asUsual(String requirement, Visit visit, BaselineVisit baseline) {
    List<Command> etrns = visit.etrns();
    if (etrns.isEmpty()) {
      return Finding.inconclusive(
          requirement, "the client sent no ETRN" + ClientJudges.printed(visit));
    }
    long names = etrns.stream().map(Command::argument).distinct().count();
    String last = ClientJudges.shown(etrns.get(etrns.size() - 1));
    if (names < baseline.etrns()) {
      return Finding.broken(
          requirement,
          "after "
              + last
              + " it stops, with "
              + names
              + " of "
              + baseline.etrns()
              + " names asked"
              + " for");
    } else if (baseline.sendsMail() && !visit.has("MAIL")) {
      return Finding.broken(requirement, "after " + last + " it sends no mail");
    } else if (baseline.etrns() < 2 && !baseline.sendsMail()) {
      return Finding.notApplicable(requirement, "needs " + Ability.SEVERAL_NODES.wanted());
    }
    return Finding.kept(requirement, "goes on after " + ClientJudges.shown(etrns.get(0)));
  }

  /**
   * {@link #asUsual}, and judges that the exit code is that of success. Another exit code may mean
   * another kind of success, so it proves nothing by itself.
   */
  static Finding likeSuccess(String requirement, Visit visit, BaselineVisit baseline) {
    boolean isKnown = baseline.exit().isPresent() && visit.exit().isPresent();
    Finding continuation = asUsual(requirement, visit, baseline);
    boolean isDecided =
        continuation.assessment() == Finding.Assessment.BROKEN
            || continuation.assessment() == Finding.Assessment.INCONCLUSIVE;
    if (isDecided || !isKnown) {
      return continuation;
    }
    String first = ClientJudges.shown(visit.etrns().get(0));
    return visit.exit().equals(baseline.exit())
        ? Finding.kept(requirement, "after " + first + " all is as after 250")
        : Finding.doubtful(
            requirement,
            "after "
                + first
                + " its exit code is "
                + visit.exit().getAsInt()
                + ", and after 250 it is "
                + baseline.exit().getAsInt());
  }

  /** Judges that the exit code, if there is one, does not report a refusal as success. */
  static Finding unlikeSuccess(String requirement, Visit visit, BaselineVisit baseline) {
    if (visit.etrns().isEmpty()) {
      return Finding.inconclusive(
          requirement, "the client sent no ETRN" + ClientJudges.printed(visit));
    }
    String first = ClientJudges.shown(visit.etrns().get(0));
    boolean isKnown = baseline.exit().isPresent() && visit.exit().isPresent();
    return isKnown && visit.exit().equals(baseline.exit())
        ? Finding.doubtful(
            requirement,
            "after " + first + " its exit code is that of success, " + visit.exit().getAsInt())
        : Finding.kept(requirement, "takes " + first + " for a refusal, or says nothing of it");
  }
}
