package dev.etrn.suites.cases.client;

import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.List;
import java.util.stream.IntStream;

/** The cases of ETRN and mail in one session, for clients that send both (PMDF's sendetrn). */
final class MailCases {

  private MailCases() {}

  static List<ClientCase> all() {
    return List.of(mailGoesOn(), outsideTransactions(), beforeMail());
  }

  private static ClientCase mailGoesOn() {
    return ClientCaseBuilder.of(
            "etrn.client.mail-goes-on", "A client sends its mail whatever the reply to its ETRN")
        .covers("CLI-013")
        .expects("mail after 459, 501 and 251")
        .needs(Ability.MAIL)
        .plays(refusing("459 not yours"), refusing("501 no such name"), refusing("251 no mail"))
        .judgedWhenConnected(ClientJudges.each(MailCases::sendsMail));
  }

  private static ClientCase outsideTransactions() {
    return ClientCaseBuilder.of(
            "etrn.client.no-transaction", "A client sends no ETRN inside a transaction")
        .covers("CLI-004")
        .expects("no ETRN between MAIL and the reply to the content")
        .needs(Ability.MAIL)
        .plays(
            ScriptedServerPlan.offering("ETRN"), ScriptedServerPlan.offering("ETRN", "PIPELINING"))
        .judgedWhenConnected(ClientJudges.each((visit, baseline) -> outside(visit)));
  }

  private static ClientCase beforeMail() {
    return ClientCaseBuilder.of(
            "etrn.client.before-mail",
            "A client asks once for each connection, after EHLO and before MAIL")
        .covers("CLI-024", "PMDF-007")
        .expects("exactly one ETRN, after the last EHLO and before the first MAIL")
        .needs(Ability.MAIL)
        .plays(ScriptedServerPlan.offering("ETRN", "PIPELINING"))
        .judgedWhenConnected((visits, baseline) -> order(visits.get(0), baseline));
  }

  private static ScriptedServerPlan refusing(String reply) {
    return ScriptedServerPlan.offering("ETRN").replying("ETRN", reply);
  }

  private static Finding sendsMail(Visit visit, BaselineVisit baseline) {
    if (visit.etrns().isEmpty()) {
      return Finding.inconclusive("CLI-013", "no ETRN came");
    }
    String etrn = ClientJudges.shown(visit.etrns().get(0));
    boolean isSent = visit.commands().anyMatch(c -> c.isContent() && c.code() == 250);
    return isSent
        ? Finding.kept("CLI-013", "mail goes on after " + etrn)
        : Finding.broken("CLI-013", "no message came after " + etrn);
  }

  private static Finding outside(Visit visit) {
    for (ClientSession session : visit.sessions()) {
      boolean isInTransaction = false;
      for (Command command : session.commands()) {
        if (command.is("ETRN") && isInTransaction) {
          return Finding.broken(
              "CLI-004", ClientJudges.shown(command) + " came inside a transaction");
        }
        isInTransaction = command.is("MAIL") || (isInTransaction && !ends(command));
      }
    }
    return Finding.kept("CLI-004", "no ETRN inside a transaction");
  }

  private static boolean ends(Command command) {
    return command.isContent() || command.is("RSET") || command.is("EHLO") || command.is("HELO");
  }

  /** Judges the order of the commands; it is a decision of this project, and noted for others. */
  private static List<Finding> order(Visit visit, BaselineVisit baseline) {
    return visit.sessions().stream()
        .filter(session -> session.has("MAIL"))
        .map(
            session -> {
              String observed = commandsOf(session);
              if (isInOrder(session.commands())) {
                return Finding.kept("CLI-024", observed);
              }
              return baseline.own()
                  ? Finding.broken("CLI-024", observed)
                  : Finding.noted("CLI-024", observed);
            })
        .toList();
  }

  private static boolean isInOrder(List<Command> commands) {
    int[] etrns =
        IntStream.range(0, commands.size()).filter(i -> commands.get(i).is("ETRN")).toArray();
    return etrns.length == 1
        && IntStream.range(0, commands.size())
            .allMatch(
                i ->
                    commands.get(i).is("EHLO")
                        ? i < etrns[0]
                        : !commands.get(i).is("MAIL") || i > etrns[0]);
  }

  private static String commandsOf(ClientSession session) {
    List<String> verbs =
        session.commands().stream().map(c -> c.isContent() ? "content" : c.verb()).toList();
    return session.end() + ": " + String.join(" ", verbs);
  }
}
