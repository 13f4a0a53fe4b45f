package dev.etrn.suites.cases.session;

import dev.etrn.suites.cases.keywords.KeywordJudges;
import dev.etrn.suites.cases.reply.CodeJudges;
import dev.etrn.suites.cases.reply.ShapeJudges;
import dev.etrn.suites.cases.tls.TlsJudges;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The judge of a session that no script of the catalogue made. It applies the rules of every
 * session and those judges of cases that hold for any session.
 *
 * <p>The transcript has one connection, whose client waits for each reply before its next step, and
 * has the steps that scripts have: {@code greeting}, {@code ehlo}, {@code etrn}, {@code quit};
 * {@code clear-ehlo} before TLS. A session that ended early, whoever ended it, is judged as far as
 * it went: a missing step is never a breach.
 */
public final class UnscriptedSessionJudge {

  /** The judges of sessions that asked for mail. */
  private static final List<Judge> ETRN_JUDGES =
      List.of(
          Judges.whenOffered("ETRN-002", KeywordJudges::parameters),
          Judges.whenOffered("ETRN-003", KeywordJudges::count),
          Judges.whenOffered("ETRN-028", CodeJudges.failure().concerning(Codes.REFUSED)),
          Judges.whenGreeted("ETRN-001", KeywordJudges::announcement),
          Judges.whenOffered("ESC-001", ShapeJudges::enhancedCodes));

  private UnscriptedSessionJudge() {}

  /** Returns the outcome for each requirement that the session says something about, by its id. */
  public static Map<String, Outcome> judge(Transcript transcript) {
    var sessions = Sessions.of(transcript);
    Map<String, List<Finding>> findings =
        Stream.concat(
                SessionRules.all().stream().map(rule -> rule.judge().apply(sessions)),
                judges(transcript).map(judge -> judge.judge(transcript)))
            .flatMap(List::stream)
            .collect(
                Collectors.groupingBy(Finding::requirement, TreeMap::new, Collectors.toList()));
    var outcomes = new TreeMap<String, Outcome>();
    findings.forEach(
        (id, found) -> outcomes.put(id, Profile.DEFAULT.weigh(found, Requirements::byId)));
    return outcomes;
  }

  private static Stream<Judge> judges(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    Stream<Judge> etrnJudges = dialogue.has("etrn") ? ETRN_JUDGES.stream() : Stream.empty();
    Stream<Judge> tlsJudges =
        dialogue.handshake().filter(Event.Handshake::isSecure).isPresent() && dialogue.has("ehlo")
            ? Stream.of(Judges.whenGreeted("TLS-007", TlsJudges::notOfferedAgain))
            : Stream.empty();
    return Stream.concat(etrnJudges, tlsJudges);
  }
}
