package dev.etrn.suites.cases.reply;

import static dev.etrn.suites.catalogue.Need.DENIED;
import static dev.etrn.suites.catalogue.Need.EMPTY;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.QUEUE;
import static dev.etrn.suites.catalogue.Need.UNKNOWN;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import java.util.List;

/** The cases of the reply for each kind of node (RFC 1985 sections 5.1, 5.3 and 8). */
public final class NodeReplyCases {

  private NodeReplyCases() {}

  public static List<Case> all() {
    return List.of(
        permitted(),
        refused(
            "etrn.reply.node-not-allowed",
            "A node that this client may not release is refused with 458 or 459",
            DENIED,
            "ETRN-019"),
        refused(
            "etrn.reply.unknown-node",
            "A node that the server does not know is refused with 458 or 459",
            UNKNOWN,
            "ETRN-020"),
        reason(),
        empty(),
        named(),
        publicSuffix(),
        subtreeOfOthers(),
        queueForm(),
        noArgument(),
        blankArgument());
  }

  /** DECL-001: 458 means later, so the request is repeated before the reply is judged. */
  private static Case permitted() {
    return CaseBuilder.of(Finding.PERMITTED_CASE, "A node that this client may release is accepted")
        .covers("DECL-001")
        .expects("250 to 253")
        .needs(PERMITTED)
        .script(Scripts.oneSession(stage -> List.of(stage.request(PERMITTED))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "DECL-001").keeps(Codes.ACCEPTED).breaks(Codes.REFUSED));
  }

  private static Case refused(String id, String title, Need need, String requirement) {
    boolean isDeclared = need == DENIED;
    return CaseBuilder.of(id, title)
        .covers(
            requirement,
            isDeclared ? "ETRN-020" : "ETRN-019",
            "SEC-004",
            isDeclared ? "DECL-002" : requirement)
        .expects("458 or 459")
        .needs(need)
        .script(Scripts.oneSession(stage -> List.of(stage.request(need))))
        .judgedWhenOffered(declined(requirement, isDeclared));
  }

  /** Returns a judge that expects 458 or 459; a minimal server may accept all (section 6). */
  private static Judge declined(String requirement, boolean isDeclared) {
    ReplyJudge judge = ReplyJudge.of("etrn", requirement).keeps(Codes.DECLINED);
    ReplyJudge strict =
        isDeclared
            ? judge.breaks(Codes.ACCEPTED, "DECL-002", "nodes.denied says that it is refused")
            : judge.doubts(Codes.ACCEPTED, "accepted without regard to the node");
    return Judges.unlessMinimal(
        strict.doubts(Codes.REFUSED, "refused with a code that RFC 1985 does not list for this"),
        judge.notes(Codes.ACCEPTED, "as a minimal server may"));
  }

  private static Case reason() {
    return CaseBuilder.of("etrn.reply.refusal-has-reason", "459 names the node and gives a reason")
        .covers("ETRN-036")
        .expects("text after the node")
        .needs(DENIED)
        .script(Scripts.oneSession(stage -> List.of(stage.request(DENIED))))
        .judgedWhenOffered(TextJudges::reason);
  }

  private static Case empty() {
    return CaseBuilder.of(
            "etrn.reply.empty-node",
            "For a node without mail the reply does not say that mail waits")
        .covers("ETRN-029", "ETRN-030", "ETRN-024", "DECL-009")
        .expects("251, or 250")
        .needs(EMPTY)
        .script(Scripts.accepted(stage -> List.of(stage.request(EMPTY))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-029")
                .keeps(Codes.of(251))
                .notes(Codes.of(250), "the server does not tell whether mail waits")
                .breaks(Codes.of(252, 253))
                .breaks(Codes.REFUSED, "DECL-009", "nodes.empty says that it is permitted"));
  }

  private static Case named() {
    return CaseBuilder.of(
            "etrn.reply.node-named", "The text of a success names the node that was asked for")
        .covers("ETRN-034", "PIPE-006")
        .expects("the node's name in the text")
        .needs(PERMITTED)
        .script(Scripts.accepted(stage -> List.of(stage.request(PERMITTED))))
        .judgedWhenOffered(TextJudges::named);
  }

  private static Case publicSuffix() {
    return CaseBuilder.of("etrn.reply.public-suffix", "@ on a public suffix is refused")
        .covers("ETRN-051", "SEC-006")
        .expects("458, 459, 500 or 501")
        .script(
            Scripts.sessions(
                stage ->
                    List.of("ETRN @com", "ETRN @test", "ETRN @example", "ETRN @co.uk", "ETRN @.")))
        .judgedWhenOffered(
            Judges.unlessMinimal(
                ReplyJudge.of("etrn", "ETRN-051")
                    .keeps(Codes.of(458, 459, 500, 501))
                    .breaks(Codes.ACCEPTED),
                ReplyJudge.of("etrn", "ETRN-051")
                    .notes(Codes.any(), "a minimal server decides nothing")));
  }

  private static Case subtreeOfOthers() {
    return CaseBuilder.of(
            "etrn.reply.subtree-not-allowed",
            "@ on a node that this client may not release is refused")
        .covers("ETRN-050", "SEC-004", "DECL-002")
        .expects("458 or 459")
        .needs(DENIED)
        .script(Scripts.oneSession(stage -> List.of("ETRN @" + stage.node(DENIED))))
        .judgedWhenOffered(
            Judges.unlessMinimal(
                ReplyJudge.of("etrn", "ETRN-050")
                    .keeps(Codes.DECLINED)
                    .breaks(Codes.ACCEPTED, "DECL-002", "nodes.denied says that it is refused"),
                ReplyJudge.of("etrn", "ETRN-050")
                    .notes(Codes.any(), "a minimal server decides nothing")));
  }

  private static Case queueForm() {
    return CaseBuilder.of("etrn.reply.queue-form", "# names a queue, whatever its syntax")
        .covers("ETRN-052")
        .expects("250 to 253, 458 or 459")
        .needs(QUEUE)
        .script(Scripts.oneSession(stage -> List.of("ETRN #" + stage.node(QUEUE))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-052")
                .keeps(Codes.of(250, 251, 252, 253, 458, 459))
                .notes(Codes.any(), "queues are not named like this here"));
  }

  private static Case noArgument() {
    return CaseBuilder.of("etrn.reply.no-argument", "ETRN without an argument is a syntax error")
        .covers("ETRN-038", "ETRN-037")
        .expects("500 or 501")
        .script(Scripts.oneSession(stage -> List.of("ETRN")))
        .judgedWhenOffered(missingArgument("ETRN-038"));
  }

  private static Case blankArgument() {
    return CaseBuilder.of(
            "etrn.reply.blank-argument", "ETRN with blanks for an argument is a syntax error")
        .covers("ETRN-039", "ETRN-037")
        .expects("500 or 501")
        .script(Scripts.sessions(stage -> List.of("ETRN ", "ETRN   ")))
        .judgedWhenOffered(missingArgument("ETRN-039"));
  }

  /**
   * Returns a judge to which a policy that refuses before it reads the argument is not a breach.
   */
  private static Judge missingArgument(String requirement) {
    return ReplyJudge.of("etrn", requirement)
        .keeps(Codes.SYNTAX_ERROR)
        .notes(Codes.DECLINED, "the server's policy answers before its parser")
        .breaks(Codes.ACCEPTED);
  }
}
