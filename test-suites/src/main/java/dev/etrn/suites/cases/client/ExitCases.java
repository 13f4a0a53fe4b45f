package dev.etrn.suites.cases.client;

import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cases of the exit code of a client's command. */
final class ExitCases {

  /** The meanings of the replies, in the order of the visits; in the last, ETRN is not offered. */
  private static final List<String> MEANINGS =
      List.of(
          "started (250)",
          "no mail (251)",
          "later (458)",
          "not allowed (459)",
          "an error (501)",
          "an error (not offered)");

  private ExitCases() {}

  static List<ClientCase> all() {
    return List.of(
        ClientCaseBuilder.of(
                "etrn.client.exit-codes",
                "A client shows the result of the request by its exit code")
            .covers("CLI-022")
            .expects("different codes for started, no mail, later, not allowed, and errors")
            .needs(Ability.EXIT_CODE)
            .plays(
                always("250 OK, queuing started"),
                always("251 OK, no messages waiting"),
                always("458 Unable to queue messages now"),
                always("459 Node not allowed: not yours"),
                always("501 Syntax Error in Parameters"),
                ScriptedServerPlan.offering("SIZE 10485760"))
            .judgedEvenIfNotConnected((visits, baseline) -> List.of(distinguishes(visits))));
  }

  private static ScriptedServerPlan always(String reply) {
    return ScriptedServerPlan.offering("ETRN").replying("ETRN", reply);
  }

  private static Finding distinguishes(List<Visit> visits) {
    var byCode = new TreeMap<Integer, List<String>>();
    for (int i = 0; i < visits.size(); i++) {
      if (visits.get(i).exit().isEmpty()) {
        return Finding.inconclusive(
            "CLI-022", "its command had no exit code for " + MEANINGS.get(i));
      }
      byCode
          .computeIfAbsent(visits.get(i).exit().getAsInt(), code -> new ArrayList<>())
          .add(MEANINGS.get(i));
    }
    String codes = shown(byCode);
    boolean isMixed = byCode.values().stream().anyMatch(ExitCases::isMixed);
    return isMixed ? Finding.broken("CLI-022", codes) : Finding.kept("CLI-022", codes);
  }

  /** Returns true if one code has several meanings; errors of several kinds may share a code. */
  private static boolean isMixed(List<String> meanings) {
    return meanings.size() > 1 && !meanings.stream().allMatch(m -> m.startsWith("an error"));
  }

  private static String shown(Map<Integer, List<String>> byCode) {
    var out = new ArrayList<String>();
    byCode.forEach((code, meanings) -> out.add(code + " for " + String.join(" and ", meanings)));
    return String.join(", ", out);
  }
}
