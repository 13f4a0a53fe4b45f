package dev.etrn.suites.cases.client;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.scripted.ScriptedAction;
import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.ArrayList;
import java.util.List;

/** The cases of a client's reaction to the reply to EHLO. */
final class OfferCases {

  private static final String SIZE = "SIZE 10485760";

  private OfferCases() {}

  static List<ClientCase> all() {
    return List.of(notOffered(), keywordCase(), wholeKeyword(), ehloRefused(), startTls());
  }

  private static ClientCase notOffered() {
    return ClientCaseBuilder.of(
            "etrn.client.not-offered", "A client sends no ETRN if EHLO does not list it")
        .covers("CLI-001")
        .expects("no ETRN")
        .plays(ScriptedServerPlan.offering("PIPELINING", SIZE))
        .judgedWhenConnected(ClientJudges.each((visit, baseline) -> sendsNone("CLI-001", visit)));
  }

  private static ClientCase keywordCase() {
    return ClientCaseBuilder.of(
            "etrn.client.keyword-case",
            "A client recognises the keyword in lower and in mixed case")
        .covers("CLI-002")
        .expects("ETRN after 250-etrn and after 250 Etrn")
        .plays(ScriptedServerPlan.offering("etrn", SIZE), ScriptedServerPlan.offering(SIZE, "Etrn"))
        .judgedWhenConnected(ClientJudges.each(OfferCases::sendsSome));
  }

  private static ClientCase wholeKeyword() {
    return ClientCaseBuilder.of(
            "etrn.client.keyword-whole",
            "A client takes neither a longer keyword nor the server's name for ETRN")
        .covers("CLI-002")
        .expects("no ETRN after 250-ETRNX, 250-XETRN, 250-X-ETRN, or a server named etrn.example")
        .plays(
            ScriptedServerPlan.offering("ETRNX", SIZE),
            ScriptedServerPlan.offering(SIZE, "XETRN"),
            ScriptedServerPlan.offering("X-ETRN", SIZE),
            ScriptedServerPlan.offering().listing("etrn.example", SIZE))
        .judgedWhenConnected(ClientJudges.each((visit, baseline) -> sendsNone("CLI-002", visit)));
  }

  private static ClientCase ehloRefused() {
    return ClientCaseBuilder.of(
            "etrn.client.ehlo-refused", "A client begins with EHLO, and sends no ETRN without it")
        .covers("CLI-003")
        .expects("EHLO, then HELO without ETRN, or the end if there is no mail to send")
        .plays(ScriptedServerPlan.offering("ETRN").replying("EHLO", "500 5.5.2 no such command"))
        .judgedWhenConnected(ClientJudges.each(OfferCases::fallsBack));
  }

  private static ClientCase startTls() {
    return ClientCaseBuilder.of(
            "etrn.client.starttls", "A client says EHLO again over TLS, and follows the new list")
        .covers("CLI-018", "TLS-006")
        .expects("nothing behind STARTTLS; over TLS EHLO first, and no ETRN when it is not listed")
        .plays(
            ScriptedServerPlan.offering()
                .answering("EHLO", List.of(ehlo("STARTTLS", "ETRN")), List.of(ehlo(SIZE)))
                .answering(
                    "STARTTLS",
                    List.of(
                        new ScriptedAction.Say("220 2.0.0 go on\r\n"),
                        new ScriptedAction.Encrypt())))
        .judgedWhenConnected((visits, baseline) -> overTls(visits.get(0)));
  }

  private static ScriptedAction ehlo(String... keywords) {
    return new ScriptedAction.Say(ScriptedServerPlan.ehlo("provider.example", keywords));
  }

  private static Finding sendsNone(String requirement, Visit visit) {
    String list = ehloReply(visit);
    return visit.etrns().isEmpty()
        ? Finding.kept(requirement, "no ETRN after " + list + ClientJudges.printed(visit))
        : Finding.broken(
            requirement, ClientJudges.shown(visit.etrns().get(0)) + " came after " + list);
  }

  private static Finding sendsSome(Visit visit, BaselineVisit baseline) {
    String list = ehloReply(visit);
    return visit.etrns().isEmpty()
        ? Finding.broken("CLI-002", "no ETRN after " + list + ClientJudges.printed(visit))
        : Finding.kept("CLI-002", "ETRN after " + list);
  }

  private static String ehloReply(Visit visit) {
    return visit
        .commands()
        .filter(command -> command.is("EHLO"))
        .findFirst()
        .map(ClientJudges::shown)
        .orElse("no EHLO");
  }

  private static Finding fallsBack(Visit visit, BaselineVisit baseline) {
    List<Command> commands = visit.commands().toList();
    if (!commands.get(0).is("EHLO")) {
      return Finding.broken(
          "CLI-003", "begins with " + ClientJudges.shown(commands.get(0)) + " instead of EHLO");
    } else if (!visit.etrns().isEmpty()) {
      return Finding.broken(
          "CLI-003", ClientJudges.shown(visit.etrns().get(0)) + " came though EHLO was refused");
    } else if (visit.has("HELO")) {
      return Finding.kept("CLI-003", "EHLO was refused, and HELO followed without ETRN");
    }
    String observed = "leaves when EHLO is refused, without HELO" + ClientJudges.printed(visit);
    // A client that only wants ETRN has no use for HELO; a client with mail to send has.
    return baseline.sendsMail()
        ? Finding.broken("CLI-003", observed)
        : Finding.noted("CLI-003", observed);
  }

  private static List<Finding> overTls(Visit visit) {
    if (!visit.has("STARTTLS")) {
      return List.of(
          Finding.notApplicable(
              "CLI-018", "needs a client that uses STARTTLS where it is offered"));
    }
    var findings = new ArrayList<Finding>();
    visit
        .commands()
        .filter(command -> command.is("STARTTLS") && command.early().size() > 0)
        .forEach(
            command ->
                findings.add(
                    Finding.broken("TLS-006", "behind STARTTLS came '" + command.early() + "'")));
    List<ClientSession> encrypted =
        visit.sessions().stream().filter(ClientSession::encrypted).toList();
    if (encrypted.isEmpty() && findings.isEmpty()) {
      findings.add(
          Finding.notApplicable(
              "CLI-018",
              "needs a client that takes the harness's own certificate"
                  + ClientJudges.printed(visit)));
    }
    encrypted.forEach(session -> findings.add(afterTls(session)));
    return findings;
  }

  private static Finding afterTls(ClientSession session) {
    List<Command> commands = session.commands();
    int tls = commands.indexOf(session.commands("STARTTLS").findFirst().orElseThrow());
    List<Command> tlsCommands = commands.subList(tls + 1, commands.size());
    for (Command command : tlsCommands) {
      if (command.is("ETRN")) {
        return Finding.broken(
            "CLI-018", ClientJudges.shown(command) + " came, which EHLO over TLS did not list");
      }
    }
    return tlsCommands.isEmpty() || tlsCommands.get(0).is("EHLO") || tlsCommands.get(0).is("QUIT")
        ? Finding.kept("CLI-018", "no ETRN over TLS, where EHLO did not list it")
        : Finding.broken(
            "CLI-018", "the first command over TLS is " + ClientJudges.shown(tlsCommands.get(0)));
  }
}
