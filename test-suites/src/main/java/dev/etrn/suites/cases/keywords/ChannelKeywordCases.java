package dev.etrn.suites.cases.keywords;

import static dev.etrn.suites.catalogue.Need.DENIED;
import static dev.etrn.suites.catalogue.Need.KEYWORD;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.QUEUE;
import static dev.etrn.suites.catalogue.Need.UNKNOWN;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Script;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.ReplyJudge;
import java.util.List;
import java.util.Locale;

/**
 * The cases of the channel keywords of PMDF, for a target whose keyword is declared ({@code
 * target.keyword}).
 */
public final class ChannelKeywordCases {

  private static final Script THREE_FORMS =
      Scripts.acceptedEach(
          stage ->
              List.of(
                  "ETRN " + stage.node(PERMITTED),
                  "ETRN @" + stage.node(PERMITTED),
                  "ETRN #" + stage.node(QUEUE)));

  private ChannelKeywordCases() {}

  public static List<Case> all() {
    return List.of(
        keyword("allowetrn", "honours all three forms, and names the channel", "PMDF-001")
            .expects("25x with the channel's name")
            .judgedWhenOffered(
                ChannelKeywordJudges.when("allowetrn", "PMDF-001", ChannelKeywordJudges::allow)),
        keyword("silentetrn", "honours all three forms, and names no channel", "PMDF-002")
            .expects("25x without the channel's name")
            .judgedWhenOffered(
                ChannelKeywordJudges.when("silentetrn", "PMDF-002", ChannelKeywordJudges::silent)),
        keyword("domainetrn", "honours the form with @ only, and names no channel", "PMDF-003")
            .expects("459, 25x, 459")
            .judgedWhenOffered(
                ChannelKeywordJudges.when("domainetrn", "PMDF-003", ChannelKeywordJudges::domain)),
        keyword("disableetrn", "takes ETRN out of EHLO, and answers 502", "PMDF-004")
            .expects("no keyword ETRN, and 502")
            .judgedWhenGreeted(
                ChannelKeywordJudges.when(
                    "disableetrn", "PMDF-004", ChannelKeywordJudges::disable)),
        refusalsAlike(),
        queueCase(),
        localQueue());
  }

  private static CaseBuilder keyword(String keyword, String title, String requirement) {
    return CaseBuilder.of("etrn.keywords." + keyword, keyword + " " + title)
        .covers(requirement)
        .needs(KEYWORD, PERMITTED, QUEUE)
        .script(THREE_FORMS);
  }

  private static Case refusalsAlike() {
    return CaseBuilder.of(
            "etrn.keywords.refusals-alike",
            "459 reads the same whatever the reason, but for the name")
        .covers("PMDF-043", "SEC-002")
        .expects("one text for denied and unknown nodes and queues")
        .needs(KEYWORD, DENIED, UNKNOWN)
        .script(
            Scripts.oneSession(
                stage ->
                    List.of(
                        "ETRN " + stage.node(DENIED),
                        "ETRN " + stage.node(UNKNOWN),
                        "ETRN @" + stage.node(DENIED),
                        "ETRN #no_such_queue")))
        .judgedWhenOffered(ChannelKeywordJudges::alike);
  }

  private static Case queueCase() {
    return CaseBuilder.of(
            "etrn.keywords.queue-case", "Names of channels are read without regard to case")
        .covers("PMDF-044", "PMDF-011")
        .expects("the same class of reply")
        .needs(KEYWORD, QUEUE)
        .script(
            Scripts.oneSession(
                stage ->
                    List.of(
                        "ETRN #" + stage.node(QUEUE).toLowerCase(Locale.ROOT),
                        "ETRN #" + stage.node(QUEUE).toUpperCase(Locale.ROOT))))
        .judgedWhenOffered(ChannelKeywordJudges::queueCase);
  }

  private static Case localQueue() {
    return CaseBuilder.of("etrn.keywords.local-channel", "The local channel is not run")
        .covers("PMDF-045", "PMDF-011")
        .expects("459")
        .needs(KEYWORD)
        .script(Scripts.oneSession(stage -> List.of("ETRN #l", "ETRN #" + "q".repeat(33))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "PMDF-045").keeps(Codes.REFUSED).breaks(Codes.ACCEPTED));
  }
}
