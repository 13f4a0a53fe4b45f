package dev.etrn.suites.cases.reply;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The judge of the pairs of reply code and enhanced status code that RFC 5248 registers; RFC 5248
 * does not exclude others.
 */
final class CodePairs {

  private static final Set<String> FOR_ETRN = Set.of("5.0");
  private static final Map<Integer, Set<String>> FOR_ERRORS =
      Map.of(
          500, Set.of("5.1", "5.2"),
          501, Set.of("5.0", "5.1", "5.2", "5.4"),
          502, Set.of("5.0", "5.2", "5.4", "7.1"),
          503, Set.of("5.0", "5.1", "5.4"),
          530, Set.of("5.1", "7.0"));
  private static final Set<String> PERMANENT_ONLY = Set.of("4.5.1", "4.5.2", "4.5.4", "4.7.1");

  /** The end of X.0.0, "other undefined status". */
  private static final String UNDEFINED = ".0.0";

  private CodePairs() {}

  static List<Finding> judge(Transcript transcript) {
    var findings = new ArrayList<Finding>();
    for (Reply reply : Dialogue.first(transcript).replies("etrn")) {
      reply.enhancedStatusCode().ifPresent(code -> findings.add(pair(reply, code)));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.notApplicable("ESC-003", "replies have no enhanced status codes"));
    }
    return findings;
  }

  private static Finding pair(Reply reply, String enhanced) {
    String observed = reply.code() + " with " + enhanced;
    if (PERMANENT_ONLY.contains(enhanced)) {
      return Finding.noted("ESC-005", observed + ", which is useful for permanent errors only");
    }
    if (enhanced.endsWith(UNDEFINED)) {
      return Finding.kept("ESC-003", observed + ", which goes with any code");
    }
    String requirement = FOR_ERRORS.containsKey(reply.code()) ? "ESC-004" : "ESC-003";
    boolean isRegistered =
        FOR_ERRORS.getOrDefault(reply.code(), FOR_ETRN).contains(enhanced.substring(2));
    return isRegistered
        ? Finding.kept(requirement, observed)
        : Finding.noted(requirement, observed + " is not a pair of the registry");
  }
}
