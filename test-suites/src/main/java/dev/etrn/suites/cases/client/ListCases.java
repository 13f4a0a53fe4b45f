package dev.etrn.suites.cases.client;

import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases of a client's way through its names, reply by reply. */
final class ListCases {

  private ListCases() {}

  static List<ClientCase> all() {
    return List.of(
        eachNode(),
        after458And459(),
        after251(),
        afterSyntaxError(),
        unknown(),
        unknownRefusals(),
        code252(),
        count(),
        bareCode());
  }

  private static ClientCase eachNode() {
    return ClientCaseBuilder.of(
            "etrn.client.each-node", "A client sends one ETRN for each of its names")
        .covers("CLI-014")
        .expects("each name once, in a command of its own")
        .needs(Ability.TAKES_NODES, Ability.SEVERAL_NODES)
        .plays(ScriptedServerPlan.offering("ETRN"))
        .judgedWhenConnected(ClientJudges.each(ListCases::onceEach));
  }

  private static ClientCase after458And459() {
    return ClientCaseBuilder.of(
            "etrn.client.after-refusal", "A client goes on with its other names after 458 and 459")
        .covers("CLI-007")
        .expects("all names asked for")
        .needs(Ability.SEVERAL_NODES)
        .plays(
            first("459 Node not allowed: not yours", "250 ok"),
            first("458 Unable to queue messages now", "250 ok"))
        .judgedWhenConnected(goesOn("CLI-007"));
  }

  private static ClientCase after251() {
    return ClientCaseBuilder.of(
            "etrn.client.after-no-mail", "A client goes on with its other names after 251")
        .covers("CLI-008")
        .expects("all names asked for")
        .needs(Ability.SEVERAL_NODES)
        .plays(first("251 OK, no messages waiting", "250 ok"))
        .judgedWhenConnected(goesOn("CLI-008"));
  }

  private static ClientCase afterSyntaxError() {
    return ClientCaseBuilder.of(
            "etrn.client.after-syntax-error", "A client sends no more ETRNs after 500 and 501")
        .covers("CLI-006")
        .expects("one ETRN in the session")
        .needs(Ability.SEVERAL_NODES)
        .plays(
            first("500 Syntax Error", "250 ok"), first("501 Syntax Error in Parameters", "250 ok"))
        .judgedWhenConnected(ClientJudges.each(ListCases::stops));
  }

  private static ClientCase unknown() {
    return ClientCaseBuilder.of(
            "etrn.client.unknown-success",
            "A client takes 254 and 299 as success, by the first digit")
        .covers("CLI-009")
        .expects("all as after 250")
        .plays(first("254 OK, in some new way"), first("299 OK, in some other way"))
        .judgedWhenConnected(
            ClientJudges.each(
                (visit, baseline) -> ClientContinuation.likeSuccess("CLI-009", visit, baseline)));
  }

  private static ClientCase unknownRefusals() {
    return ClientCaseBuilder.of(
            "etrn.client.unknown-refusal",
            "A client takes 450 and 550 as refusals, by the first digit")
        .covers("CLI-009")
        .expects("an exit code other than that of success")
        .needs(Ability.EXIT_CODE)
        .plays(first("450 not now"), first("550 not ever"))
        .judgedWhenConnected(
            ClientJudges.each(
                (visit, baseline) -> ClientContinuation.unlikeSuccess("CLI-009", visit, baseline)));
  }

  private static ClientCase code252() {
    return ClientCaseBuilder.of(
            "etrn.client.code-252", "A client takes 252 to mean a started queue, not as VRFY's 252")
        .covers("CLI-010")
        .expects("all as after 250")
        .plays(first("252 OK, pending messages started"))
        .judgedWhenConnected(
            ClientJudges.each(
                (visit, baseline) -> ClientContinuation.likeSuccess("CLI-010", visit, baseline)));
  }

  private static ClientCase count() {
    return ClientCaseBuilder.of("etrn.client.count", "A client does not need the number in 253")
        .covers("CLI-012")
        .expects("all as after 250")
        .plays(first("253 OK, many pending messages started"))
        .judgedWhenConnected(
            ClientJudges.each(
                (visit, baseline) -> ClientContinuation.likeSuccess("CLI-012", visit, baseline)));
  }

  private static ClientCase bareCode() {
    return ClientCaseBuilder.of(
            "etrn.client.bare-code", "A client accepts a reply without any text")
        .covers("CLI-011")
        .expects("all as after 250 with text")
        .plays(first("250"))
        .judgedWhenConnected(
            ClientJudges.each(
                (visit, baseline) -> ClientContinuation.likeSuccess("CLI-011", visit, baseline)));
  }

  private static ScriptedServerPlan first(String... replies) {
    return ScriptedServerPlan.offering("ETRN").replying("ETRN", replies);
  }

  private static VisitsJudge goesOn(String requirement) {
    return ClientJudges.each(
        (visit, baseline) -> ClientContinuation.asUsual(requirement, visit, baseline));
  }

  private static Finding onceEach(Visit visit, BaselineVisit baseline) {
    List<String> names = visit.etrns().stream().map(Command::argument).toList();
    if (names.isEmpty()) {
      return Finding.inconclusive("CLI-014", "no ETRN came" + ClientJudges.printed(visit));
    }
    List<String> missing = visit.asked().stream().filter(name -> !hasName(names, name)).toList();
    String task = " when told to ask for " + String.join(" ", visit.asked());
    String observed = "asks for " + Octets.of(String.join(", ", names)).escaped();
    if (!missing.isEmpty()) {
      return Finding.broken("CLI-014", observed + task);
    }
    return names.size() > visit.asked().size()
        ? Finding.doubtful("CLI-014", observed + task)
        : Finding.kept("CLI-014", observed);
  }

  private static boolean hasName(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static Finding stops(Visit visit, BaselineVisit baseline) {
    if (visit.etrns().isEmpty()) {
      return Finding.inconclusive("CLI-006", "no ETRN came" + ClientJudges.printed(visit));
    }
    var surplus = new ArrayList<Command>();
    for (ClientSession session : visit.sessions()) {
      Stream<Command> following =
          session.etrns().stream()
              .dropWhile(command -> command.code() != 500 && command.code() != 501)
              .skip(1);
      following.forEach(surplus::add);
    }
    String first = ClientJudges.shown(visit.etrns().get(0));
    return surplus.isEmpty()
        ? Finding.kept("CLI-006", "no ETRN after " + first)
        : Finding.broken("CLI-006", ClientJudges.shown(surplus.get(0)) + " came after " + first);
  }
}
