package dev.etrn.suites.cases.client;

import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Visit;
import java.util.List;

/**
 * Whether a client went on after a reply as it does after 250: with its other names, with its mail,
 * and to the same exit code.
 */
final class ClientContinuation {

  private ClientContinuation() {}

  /** It asks for all its names, and sends its mail; its exit code is its own affair. */
  static Finding asUsual(String requirement, Visit visit, BaselineVisit usual) {
    List<Command> etrns = visit.etrns();
    if (etrns.isEmpty()) {
      return Finding.inconclusive(
          requirement, "the client sent no ETRN" + ClientJudges.printed(visit));
    }
    long names = etrns.stream().map(Command::argument).distinct().count();
    String last = ClientJudges.shown(etrns.get(etrns.size() - 1));
    if (names < usual.etrns()) {
      return Finding.broken(
          requirement,
          "after "
              + last
              + " it stops, with "
              + names
              + " of "
              + usual.etrns()
              + " names asked"
              + " for");
    } else if (usual.sendsMail() && !visit.has("MAIL")) {
      return Finding.broken(requirement, "after " + last + " it sends no mail");
    } else if (usual.etrns() < 2 && !usual.sendsMail()) {
      return Finding.notApplicable(requirement, "needs " + Ability.SEVERAL_NODES.wanted());
    }
    return Finding.kept(requirement, "goes on after " + ClientJudges.shown(etrns.get(0)));
  }

  /**
   * {@link #asUsual}, and the exit code is that of success. Another one may still tell success of
   * another kind, so it proves nothing by itself.
   */
  static Finding likeSuccess(String requirement, Visit visit, BaselineVisit usual) {
    boolean isKnown = usual.exit().isPresent() && visit.exit().isPresent();
    Finding went = asUsual(requirement, visit, usual);
    boolean decided =
        went.assessment() == Finding.Assessment.BROKEN
            || went.assessment() == Finding.Assessment.INCONCLUSIVE;
    if (decided || !isKnown) {
      return went;
    }
    String first = ClientJudges.shown(visit.etrns().get(0));
    return visit.exit().equals(usual.exit())
        ? Finding.kept(requirement, "after " + first + " all is as after 250")
        : Finding.doubtful(
            requirement,
            "after "
                + first
                + " its exit code is "
                + visit.exit().getAsInt()
                + ", and after 250 it is "
                + usual.exit().getAsInt());
  }

  /** A refusal is not reported as success, where there is an exit code to see it by. */
  static Finding unlikeSuccess(String requirement, Visit visit, BaselineVisit usual) {
    if (visit.etrns().isEmpty()) {
      return Finding.inconclusive(
          requirement, "the client sent no ETRN" + ClientJudges.printed(visit));
    }
    String first = ClientJudges.shown(visit.etrns().get(0));
    boolean isKnown = usual.exit().isPresent() && visit.exit().isPresent();
    return isKnown && visit.exit().equals(usual.exit())
        ? Finding.doubtful(
            requirement,
            "after " + first + " its exit code is that of success, " + visit.exit().getAsInt())
        : Finding.kept(requirement, "takes " + first + " for a refusal, or says nothing of it");
  }
}
