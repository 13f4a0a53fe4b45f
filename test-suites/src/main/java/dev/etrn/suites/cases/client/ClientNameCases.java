package dev.etrn.suites.cases.client;

import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cases of the names that a client puts on the wire. */
final class ClientNameCases {

  private static final Pattern ONE_WORD = Pattern.compile("[!-~]*");

  /** The commands that a client may send besides ETRN; a bad name tries to smuggle NOOP in. */
  private static final Set<String> USUAL = Set.of("EHLO", "HELO", "STARTTLS", "QUIT", "RSET");

  private ClientNameCases() {}

  static List<ClientCase> all() {
    return List.of(unqualified(), badOctets(), forms());
  }

  private static ClientCase unqualified() {
    return ClientCaseBuilder.of(
            "etrn.client.unqualified", "A client refuses by itself to ask for a name without a dot")
        .covers("CLI-015")
        .expects("no ETRN for such a name")
        .needs(Ability.TAKES_NODES)
        .plays(profile -> rounds("branch"))
        .judgedEvenIfNotConnected(ClientJudges.each(ClientNameCases::isQualified));
  }

  private static ClientCase badOctets() {
    return ClientCaseBuilder.of(
            "etrn.client.bad-octets",
            "A client refuses by itself names with line ends, blanks or control octets")
        .covers("CLI-016")
        .expects("no such octet in ETRN, and no smuggled command")
        .needs(Ability.TAKES_ODD_NODES)
        .plays(
            profile ->
                rounds(
                    "branch.example\r\nNOOP", "branch.example other.example", "br\tanch.example"))
        .judgedEvenIfNotConnected(ClientJudges.each(ClientNameCases::isClean));
  }

  private static ClientCase forms() {
    return ClientCaseBuilder.of(
            "etrn.client.forms", "A client asks in the plain form, with @ and with #, as told")
        .covers("CLI-017")
        .expects("one blank, then the name as given")
        .needs(Ability.TAKES_NODES)
        .plays(profile -> rounds("branch.example", "@branch.example", "#branch"))
        .judgedEvenIfNotConnected((visits, baseline) -> asGiven(visits));
  }

  private static List<VisitPlan> rounds(String... nodes) {
    return Stream.of(nodes)
        .map(node -> new VisitPlan(List.of(node), ScriptedServerPlan.offering("ETRN")))
        .toList();
  }

  /**
   * Returns true if nothing is known of a visit: a client that refuses a name does not connect, but
   * then the end of its command shows that it ran.
   */
  private static boolean isUnknown(Visit visit) {
    return visit.sessions().isEmpty() && visit.exit().isEmpty();
  }

  private static Finding isQualified(Visit visit, BaselineVisit baseline) {
    if (isUnknown(visit)) {
      return Finding.inconclusive("CLI-015", "nobody connected");
    }
    return visit.etrns().stream()
        .filter(command -> !command.argument().contains("."))
        .findFirst()
        .map(command -> Finding.broken("CLI-015", ClientJudges.shown(command) + " came"))
        .orElseGet(
            () -> Finding.kept("CLI-015", "no such name came" + ClientJudges.printed(visit)));
  }

  private static Finding isClean(Visit visit, BaselineVisit baseline) {
    if (isUnknown(visit)) {
      return Finding.inconclusive("CLI-016", "nobody connected");
    }
    return visit
        .commands()
        .filter(ClientNameCases::isDirty)
        .findFirst()
        .map(command -> Finding.broken("CLI-016", ClientJudges.shown(command) + " came"))
        .orElseGet(
            () -> Finding.kept("CLI-016", "no such octet came" + ClientJudges.printed(visit)));
  }

  private static boolean isDirty(Command command) {
    return command.is("ETRN")
        ? !ONE_WORD.matcher(command.argument()).matches()
        : command.is("NOOP") || (!USUAL.contains(command.verb()) && command.code() == 500);
  }

  private static List<Finding> asGiven(List<Visit> visits) {
    boolean asksInOtherForms = visits.stream().skip(1).anyMatch(v -> !v.etrns().isEmpty());
    if (!visits.get(0).etrns().isEmpty() && !asksInOtherForms) {
      return List.of(
          Finding.notApplicable(
              "CLI-017", "needs a client that asks in other forms than the plain one"));
    }
    return visits.stream().map(ClientNameCases::asGiven).toList();
  }

  private static Finding asGiven(Visit visit) {
    String node = visit.asked().get(0);
    if (visit.etrns().isEmpty()) {
      return isUnknown(visit)
          ? Finding.inconclusive("CLI-017", "nobody connected")
          : Finding.noted("CLI-017", "does not ask for " + node + ClientJudges.printed(visit));
    }
    Command first = visit.etrns().get(0);
    return first.argument().equals(node)
        ? Finding.kept("CLI-017", ClientJudges.shown(first))
        : Finding.broken("CLI-017", ClientJudges.shown(first) + " came for " + node);
  }
}
