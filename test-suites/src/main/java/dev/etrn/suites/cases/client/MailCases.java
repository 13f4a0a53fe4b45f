package dev.etrn.suites.cases.client;

import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.List;
import java.util.stream.IntStream;

/** How ETRN and mail go together in one session, for clients that send both (PMDF's sendetrn). */
final class MailCases {

  private MailCases() {}

  static List<ClientCase> all() {
    return List.of(mailGoesOn(), outsideTransactions(), beforeMail());
  }

  private static ClientCase mailGoesOn() {
    return ClientCaseBuilder.of(
            "etrn.client.mail-goes-on", "Sends its mail whatever became of its ETRN.")
        .covers("CLI-013")
        .expects("mail after 459, 501 and 251")
        .needs(Ability.MAIL)
        .plays(refusing("459 not yours"), refusing("501 no such name"), refusing("251 no mail"))
        .judgedBy(ClientJudges.each(MailCases::sendsMail));
  }

  private static ClientCase outsideTransactions() {
    return ClientCaseBuilder.of("etrn.client.no-transaction", "Sends no ETRN inside a transaction.")
        .covers("CLI-004")
        .expects("no ETRN between MAIL and the reply to the content")
        .needs(Ability.MAIL)
        .plays(
            ScriptedServerPlan.offering("ETRN"), ScriptedServerPlan.offering("ETRN", "PIPELINING"))
        .judgedBy(ClientJudges.each((visit, usual) -> outside(visit)));
  }

  private static ClientCase beforeMail() {
    return ClientCaseBuilder.of(
            "etrn.client.before-mail", "Asks once for each connection, behind EHLO, before MAIL.")
        .covers("CLI-024", "PMDF-007")
        .expects("exactly one ETRN, after the last EHLO and before the first MAIL")
        .needs(Ability.MAIL)
        .plays(ScriptedServerPlan.offering("ETRN", "PIPELINING"))
        .judgedBy((visits, usual) -> order(visits.get(0), usual));
  }

  private static ScriptedServerPlan refusing(String reply) {
    return ScriptedServerPlan.offering("ETRN").replying("ETRN", reply);
  }

  private static Finding sendsMail(Visit visit, BaselineVisit usual) {
    if (visit.etrns().isEmpty()) {
      return Finding.inconclusive("CLI-013", "no ETRN came");
    }
    String etrn = ClientJudges.shown(visit.etrns().get(0));
    boolean sent = visit.commands().anyMatch(c -> c.isContent() && c.code() == 250);
    return sent
        ? Finding.kept("CLI-013", "mail goes on after " + etrn)
        : Finding.broken("CLI-013", "no message came after " + etrn);
  }

  private static Finding outside(Visit visit) {
    for (ClientSession session : visit.sessions()) {
      boolean inTransaction = false;
      for (Command command : session.commands()) {
        if (command.is("ETRN") && inTransaction) {
          return Finding.broken(
              "CLI-004", ClientJudges.shown(command) + " came inside a transaction");
        }
        inTransaction = command.is("MAIL") || (inTransaction && !ends(command));
      }
    }
    return Finding.kept("CLI-004", "no ETRN inside a transaction");
  }

  private static boolean ends(Command command) {
    return command.isContent() || command.is("RSET") || command.is("EHLO") || command.is("HELO");
  }

  /** A decision of this project; another client may do it in another way. */
  private static List<Finding> order(Visit visit, BaselineVisit usual) {
    return visit.sessions().stream()
        .filter(session -> session.has("MAIL"))
        .map(
            session -> {
              String what = commandsOf(session);
              if (isInOrder(session.commands())) {
                return Finding.kept("CLI-024", what);
              }
              return usual.own() ? Finding.broken("CLI-024", what) : Finding.noted("CLI-024", what);
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
