package dev.etrn.reports.catalogue;

import dev.etrn.suites.cases.client.ClientCase;
import dev.etrn.suites.cases.client.VisitPlan;
import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.clients.ClientProfile;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.wire.scripted.ScriptedAction;
import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The behaviour of the scripted server of a client case, as plain text with octets escaped. */
final class ScriptedServerText {

  private static final ScriptedServerPlan WILLING = ScriptedServerPlan.offering("ETRN");

  private static final ClientProfile EXAMPLE =
      new ClientProfile(
          EnumSet.allOf(Ability.class),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", 2526)),
          Optional.of(Duration.ofSeconds(10)),
          false);

  private ScriptedServerText() {}

  static String of(ClientCase testCase) {
    List<VisitPlan> rounds = testCase.rounds().apply(EXAMPLE);
    var out = new StringBuilder("The client is told to send ETRN, and the harness is the server.");
    out.append(" Unless listed otherwise,\nit greets with 220, offers ETRN and accepts");
    out.append(" every command.\n\n```text\n");
    for (int i = 0; i < rounds.size(); i++) {
      VisitPlan round = rounds.get(i);
      out.append("visit ").append(i + 1).append(": asks for ");
      out.append(
          round.nodes().stream()
              .map(node -> "'" + Octets.of(node).escaped() + "'")
              .collect(Collectors.joining(" ")));
      out.append('\n').append(plan(round.plan()));
    }
    return out.append("```").toString();
  }

  /** Returns the lines that differ from a willing server, and always the reply to EHLO. */
  private static String plan(ScriptedServerPlan plan) {
    String greeting =
        plan.greeting().equals(WILLING.greeting()) ? "" : line("greeting", plan.greeting());
    return greeting
        + plan.answers().entrySet().stream()
            .filter(entry -> isListed(entry.getKey(), entry.getValue()))
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> answers(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
  }

  private static boolean isListed(String verb, List<List<ScriptedAction>> answers) {
    return verb.equals("EHLO") || !answers.equals(WILLING.answers().get(verb));
  }

  private static String answers(String verb, List<List<ScriptedAction>> answers) {
    String command = verb.equals(ScriptedServerPlan.CONTENT) ? "content" : verb;
    if (answers.size() == 1) {
      return line(command, answers.get(0));
    }
    var out = new StringBuilder();
    for (int i = 0; i < answers.size(); i++) {
      boolean isLast = i + 1 == answers.size();
      out.append(line("%s %d%s".formatted(command, i + 1, isLast ? "+" : ""), answers.get(i)));
    }
    return out.toString();
  }

  private static String line(String command, List<ScriptedAction> actions) {
    return "  %s: %s%n"
        .formatted(
            command,
            actions.stream().map(ScriptedServerText::words).collect(Collectors.joining(", ")))
        .replace(System.lineSeparator(), "\n");
  }

  private static String words(ScriptedAction action) {
    if (action instanceof ScriptedAction.Say say) {
      return Octets.of(say.octets()).escaped();
    } else if (action instanceof ScriptedAction.Pause pause) {
      return "waits " + pause.time().toMillis() + " ms";
    } else if (action instanceof ScriptedAction.Silence) {
      return "never answers";
    } else if (action instanceof ScriptedAction.ConnectBack back) {
      return "connects to " + back.at().getHostString() + ":" + back.at().getPort();
    } else if (action instanceof ScriptedAction.Encrypt) {
      return "negotiates TLS";
    }
    return "closes";
  }
}
