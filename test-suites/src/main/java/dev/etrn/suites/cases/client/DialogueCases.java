package dev.etrn.suites.cases.client;

import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.clients.ClientProfile;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.ClientSession.Command;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.scripted.ScriptedAction;
import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cases of a client's dialogue: its waits, its end, and its next visit. */
final class DialogueCases {

  private static final Duration LATE = Duration.ofMillis(1500);
  private static final Duration BETWEEN_LINES = Duration.ofMillis(700);
  private static final Duration BEFORE_221 = Duration.ofMillis(500);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Pattern REPLY = Pattern.compile("[1-5]\\d\\d([ -].*)?");

  private DialogueCases() {}

  static List<ClientCase> all() {
    return List.of(waits(), multiline(), quit(), silentServer(), noTurn(), tryLater(), ready());
  }

  private static ClientCase waits() {
    return ClientCaseBuilder.of(
            "etrn.client.waits",
            "A client waits for the reply to ETRN, even where PIPELINING is offered")
        .covers("CLI-005", "PIPE-001")
        .expects("nothing behind ETRN before its reply, which comes late")
        .plays(
            ScriptedServerPlan.offering("PIPELINING", "ETRN")
                .answering(
                    "ETRN",
                    List.of(new ScriptedAction.Pause(LATE), say("250 OK, queuing started")),
                    List.of(say("250 ok"))))
        .judgedWhenConnected(
            ClientJudges.each((visit, baseline) -> nothingEarly("CLI-005", visit)));
  }

  private static ClientCase multiline() {
    return ClientCaseBuilder.of(
            "etrn.client.multiline-reply",
            "A client reads a reply of several lines to its last line")
        .covers("CLI-011")
        .expects("nothing before the last line, which comes late; otherwise as after one line")
        .plays(
            ScriptedServerPlan.offering("ETRN")
                .answering(
                    "ETRN",
                    List.of(
                        say("253-OK, 2 pending messages"),
                        new ScriptedAction.Pause(BETWEEN_LINES),
                        say("253 started"))))
        .judgedWhenConnected(ClientJudges.each(DialogueCases::readsAll));
  }

  private static ClientCase quit() {
    return ClientCaseBuilder.of(
            "etrn.client.quit", "A client ends with QUIT, and waits for its reply")
        .covers("CLI-019")
        .expects("QUIT as the last command, and no end before 221")
        .plays(
            ScriptedServerPlan.offering("ETRN")
                .answering(
                    "QUIT",
                    List.of(
                        new ScriptedAction.Pause(BEFORE_221),
                        say("221 bye"),
                        new ScriptedAction.Close())))
        .judgedWhenConnected((visits, baseline) -> endings(visits.get(0)));
  }

  private static ClientCase silentServer() {
    return ClientCaseBuilder.of(
            "etrn.client.silent-server", "A client gives up a server that never answers ETRN")
        .covers("CLI-019")
        .expects("an end after the client's own waiting time")
        .needs(Ability.REPLY_TIMEOUT)
        .plays(
            ScriptedServerPlan.offering("ETRN")
                .answering("ETRN", List.of(new ScriptedAction.Silence())))
        .judgedWhenConnected(ClientJudges.each(DialogueCases::givesUp));
  }

  private static ClientCase noTurn() {
    return ClientCaseBuilder.of(
            "etrn.client.no-turn",
            "A client does not become the server on the connection of its ETRN")
        .covers("CLI-023")
        .expects("no reply to a server that reverses the roles on the connection")
        .plays(
            ScriptedServerPlan.offering("ETRN")
                .answering(
                    "ETRN",
                    List.of(
                        say("250 OK, queuing started"),
                        new ScriptedAction.Pause(Duration.ofMillis(300)),
                        say("EHLO provider.example\r\nMAIL FROM:<sender@provider.example>")),
                    List.of(say("250 ok"))))
        .judgedWhenConnected(ClientJudges.each(DialogueCases::answersNothing));
  }

  private static ClientCase tryLater() {
    return ClientCaseBuilder.of(
            "etrn.client.try-later",
            "A client takes 458 to mean later, and does not ask again at once")
        .covers("CLI-021")
        .expects("another ETRN for the name a while later, or none while the harness looks")
        .plays(
            profile ->
                List.of(
                    new VisitPlan(
                        List.of("branch.example"),
                        ScriptedServerPlan.offering("ETRN")
                            .replying("ETRN", "458 not now", "458 not now", "250 ok"))))
        .judgedWhenConnected(ClientJudges.each(DialogueCases::comesAgain));
  }

  private static ClientCase ready() {
    return ClientCaseBuilder.of(
            "etrn.client.ready", "A client is ready to take its mail before it asks for it")
        .covers("CLI-020")
        .expects("a connection that is taken where the client listens, before ETRN is answered")
        .needs(Ability.CONNECT_BACK)
        .plays(DialogueCases::connectingBack)
        .judgedWhenConnected(ClientJudges.each(DialogueCases::listens));
  }

  private static ScriptedAction say(String line) {
    return new ScriptedAction.Say(line + "\r\n");
  }

  private static List<VisitPlan> connectingBack(ClientProfile profile) {
    var actions = new ArrayList<ScriptedAction>();
    profile
        .connectBack()
        .ifPresent(address -> actions.add(new ScriptedAction.ConnectBack(address)));
    actions.add(say("250 ok"));
    return List.of(VisitPlan.of(ScriptedServerPlan.offering("ETRN").answering("ETRN", actions)));
  }

  private static Finding nothingEarly(String requirement, Visit visit) {
    List<Command> etrns = visit.etrns();
    if (etrns.isEmpty()) {
      return Finding.inconclusive(requirement, "no ETRN came" + ClientJudges.printed(visit));
    }
    Optional<Command> first = etrns.stream().filter(c -> c.early().size() > 0).findFirst();
    return first
        .map(
            command ->
                Finding.broken(
                    requirement,
                    "before "
                        + ClientJudges.shown(command)
                        + " was answered in full, '"
                        + command.early()
                        + "' came"))
        .orElseGet(() -> Finding.kept(requirement, "nothing came before the whole reply"));
  }

  private static Finding readsAll(Visit visit, BaselineVisit baseline) {
    Finding early = nothingEarly("CLI-011", visit);
    if (early.assessment() != Finding.Assessment.KEPT) {
      return early;
    }
    Finding continuation = ClientContinuation.asUsual("CLI-011", visit, baseline);
    // A client that asks for only one name shows nothing but that it waits for the last line.
    return continuation.assessment() == Finding.Assessment.NOT_APPLICABLE ? early : continuation;
  }

  private static List<Finding> endings(Visit visit) {
    return visit.sessions().stream().map(DialogueCases::ending).toList();
  }

  private static Finding ending(ClientSession session) {
    Optional<Command> quit = session.commands("QUIT").findFirst();
    if (quit.isEmpty()) {
      return session.leftNanos().isPresent()
          ? Finding.broken("CLI-019", "closes " + session.end() + " without QUIT")
          : Finding.broken("CLI-019", "neither QUIT nor an end came on " + session.end());
    }
    List<Command> commands = session.commands();
    Command last = commands.get(commands.size() - 1);
    if (!last.is("QUIT")) {
      return Finding.broken("CLI-019", ClientJudges.shown(last) + " came after QUIT");
    }
    // RFC 5321 section 4.1.1.10: QUIT is a MUST, and to wait for its reply a SHOULD.
    return quit.get().answeredNanos().isEmpty()
        ? Finding.doubtful("CLI-019", "closes " + session.end() + " without waiting for 221")
        : Finding.kept("CLI-019", "QUIT came last, and the client waited for 221");
  }

  private static Finding givesUp(Visit visit, BaselineVisit baseline) {
    if (visit.etrns().isEmpty()) {
      return Finding.inconclusive("CLI-019", "no ETRN came" + ClientJudges.printed(visit));
    }
    for (ClientSession session : visit.sessions()) {
      if (!session.etrns().isEmpty() && session.leftNanos().isEmpty()) {
        return Finding.broken(
            "CLI-019", "still waits for the reply to ETRN after twice its waiting time");
      }
    }
    return Finding.kept("CLI-019", "gives up" + ClientJudges.printed(visit));
  }

  private static Finding answersNothing(Visit visit, BaselineVisit baseline) {
    if (visit.etrns().isEmpty()) {
      return Finding.inconclusive("CLI-023", "no ETRN came" + ClientJudges.printed(visit));
    }
    return visit
        .commands()
        .filter(command -> !command.isContent() && REPLY.matcher(command.line()).matches())
        .findFirst()
        .map(
            command ->
                Finding.broken(
                    "CLI-023",
                    "answers the server with '" + Octets.of(command.line()).escaped() + "'"))
        .orElseGet(() -> Finding.kept("CLI-023", "does not act as a server"));
  }

  private static Finding comesAgain(Visit visit, BaselineVisit baseline) {
    List<Command> etrns = visit.etrns();
    if (etrns.isEmpty()) {
      return Finding.inconclusive("CLI-021", "no ETRN came" + ClientJudges.printed(visit));
    }
    Command first = etrns.get(0);
    Optional<Command> repeated =
        etrns.stream().skip(1).filter(c -> c.argument().equals(first.argument())).findFirst();
    if (repeated.isEmpty()) {
      return Finding.noted("CLI-021", "does not ask again by itself while the harness looks");
    }
    long millis = (repeated.get().nanos() - first.nanos()) / 1_000_000;
    return millis < AT_ONCE.toMillis()
        ? Finding.doubtful("CLI-021", "asks again " + millis + " ms after 458")
        : Finding.kept("CLI-021", "asks again " + millis + " ms after 458");
  }

  private static Finding listens(Visit visit, BaselineVisit baseline) {
    String result = visit.connectBack();
    if (result.isEmpty()) {
      return Finding.inconclusive("CLI-020", "no ETRN came" + ClientJudges.printed(visit));
    }
    return result.equals(Visit.TAKEN)
        ? Finding.kept("CLI-020", "listens while its ETRN waits for the reply")
        : Finding.broken("CLI-020", "does not listen when it asks: " + result);
  }
}
