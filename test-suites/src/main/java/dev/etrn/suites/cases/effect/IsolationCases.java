package dev.etrn.suites.cases.effect;

import static dev.etrn.suites.catalogue.Need.CONNECT_BACK;
import static dev.etrn.suites.catalogue.Need.DENIED;
import static dev.etrn.suites.catalogue.Need.EMPTY;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.SIBLING;
import static dev.etrn.suites.catalogue.Need.SIMILAR;
import static dev.etrn.suites.catalogue.Need.SUBTREE_FORM;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.judge.mail.ReleaseJudge;
import dev.etrn.suites.judge.mail.StayJudge;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cases of mail that was not asked for, and must stay in the queue. */
public final class IsolationCases {

  private static final String MORE = "more came than was asked for";
  private static final String UNASKED = "came without being asked";

  private IsolationCases() {}

  public static List<Case> all() {
    return List.of(
        held(),
        beside(
            "etrn.effect.sibling-stays",
            "ETRN for one node leaves another partner's mail alone",
            "ETRN-018",
            stage -> stage.node(SIBLING),
            stage -> stage.request(PERMITTED),
            Judges.all(
                new StayJudge("other", Assessment.DOUBTFUL, "ETRN-018", MORE),
                new StayJudge("other", Assessment.BROKEN, "DECL-005", MORE)),
            SIBLING),
        beside(
            "etrn.effect.plain-spares-subdomains",
            "ETRN without @ leaves names below the node alone",
            "ETRN-049",
            stage -> "d." + stage.node(PERMITTED),
            stage -> "ETRN " + stage.node(PERMITTED),
            new StayJudge("other", Assessment.NOTED, "ETRN-049", MORE),
            PERMITTED),
        beside(
            "etrn.effect.label-boundary",
            "@ does not release a name that only ends in the same letters",
            "ETRN-048",
            stage -> stage.node(SIMILAR),
            stage -> "ETRN @" + stage.node(PERMITTED),
            Judges.all(
                new StayJudge("other", Assessment.BROKEN, "ETRN-048", MORE),
                new StayJudge("other", Assessment.BROKEN, "DECL-005", MORE)),
            SIMILAR,
            SUBTREE_FORM),
        tailOfLabel(),
        refusedInTransaction(),
        refusedNode(),
        emptyNode());
  }

  private static Case held() {
    return CaseBuilder.of("etrn.effect.held", "Mail waits until it is asked for")
        .covers("ETRN-021")
        .expects("no delivery without ETRN; one is noted, because a server may deliver at any time")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              stage.inject("waiting", stage.node(PERMITTED), 2);
              stage.watch(stage.profile().quiet().multipliedBy(2));
              Scripts.quit(stage.ehlo());
            })
        .judgedWhenOffered(new StayJudge("waiting", Assessment.NOTED, "ETRN-021", UNASKED));
  }

  private static Case beside(
      String id,
      String title,
      String requirement,
      Function<Stage, String> otherNode,
      Function<Stage, String> line,
      Judge stays,
      Need... needs) {
    Judge staysForMinimal = new StayJudge("other", Assessment.NOTED, requirement, MORE);
    return CaseBuilder.of(id, title)
        .covers(requirement, "PMDF-009", "ETRN-021", "DECL-003", "DECL-005")
        .expects("only the mail that was asked for comes")
        .needs(
            Stream.concat(Stream.of(PERMITTED, CONNECT_BACK), Stream.of(needs))
                .distinct()
                .toArray(Need[]::new))
        .releasesMail()
        .script(
            stage -> {
              Map<String, String> held =
                  stage.holdEach(
                      List.of(
                          new Stage.Parcel("wanted", stage.node(PERMITTED)),
                          new Stage.Parcel("other", otherNode.apply(stage))));
              if (ReleaseCases.ask(stage, line.apply(stage))) {
                List<String> wanted = Stream.ofNullable(held.get("wanted")).toList();
                stage.awaitMail(wanted, stage.profile().within());
                stage.watch(stage.profile().quiet());
              }
            })
        .judgedWhenOffered(
            EffectJudges.whenAccepted(
                requirement,
                Judges.all(
                    ReleaseJudge.beside("wanted", "etrn"),
                    Judges.unlessMinimal(stays, staysForMinimal))));
  }

  private static Case tailOfLabel() {
    return CaseBuilder.of(
            "etrn.effect.tail-of-label", "@ with the end of a name's first label releases nothing")
        .covers("SEC-007", "ETRN-048")
        .expects("the mail stays, whatever the reply")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              stage.hold("waiting", stage.node(PERMITTED), 1);
              ReleaseCases.ask(stage, "ETRN @" + stage.node(PERMITTED).substring(1));
              stage.watch(stage.profile().quiet());
            })
        .judgedWhenOffered(
            Judges.unlessMinimal(
                new StayJudge("waiting", Assessment.BROKEN, "SEC-007", MORE),
                new StayJudge("waiting", Assessment.NOTED, "SEC-007", MORE)));
  }

  private static Case refusedInTransaction() {
    return CaseBuilder.of(
            "etrn.effect.refused-in-transaction",
            "An ETRN that is refused inside a transaction releases nothing")
        .covers("SEC-037", "ETRN-011")
        .expects("the mail stays")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              stage.hold("waiting", stage.node(PERMITTED), 1);
              WireClient client = stage.ehlo();
              Scripts.mail(client);
              client.step("etrn").line(stage.request(PERMITTED)).reply();
              stage.watch(stage.profile().quiet());
              client.step("rset").line("RSET").reply();
              Scripts.quit(client);
            })
        .judgedWhenOffered(
            EffectJudges.whenRefused(
                "SEC-037",
                new StayJudge("waiting", Assessment.BROKEN, "SEC-037", "refused, but it came")));
  }

  private static Case refusedNode() {
    return CaseBuilder.of(
            "etrn.effect.refused-node", "An ETRN for a node that is refused releases nothing")
        .covers("SEC-037", "ETRN-019", "DECL-002")
        .expects("the mail of that node and of others stays")
        .needs(PERMITTED, DENIED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              stage.hold("waiting", stage.node(PERMITTED), 1);
              ReleaseCases.ask(stage, stage.request(DENIED));
              stage.watch(stage.profile().quiet());
            })
        .judgedWhenOffered(
            EffectJudges.whenRefused(
                "SEC-037",
                Judges.all(
                    new StayJudge("waiting", Assessment.BROKEN, "SEC-037", "refused, but it came"),
                    new StayJudge(
                        "waiting", Assessment.BROKEN, "DECL-002", "refused, but it came"))));
  }

  private static Case emptyNode() {
    return CaseBuilder.of(
            "etrn.effect.empty-node", "ETRN for a node without mail releases no other node's")
        .covers("ETRN-024", "ETRN-018", "DECL-005")
        .expects("the mail of other nodes stays; a connection may come or not")
        .needs(PERMITTED, EMPTY, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              stage.hold("waiting", stage.node(PERMITTED), 1);
              ReleaseCases.ask(stage, stage.request(EMPTY));
              stage.watch(stage.profile().quiet());
            })
        .judgedWhenOffered(
            Judges.all(
                ReplyJudge.of("etrn", "ETRN-024").keeps(Codes.any()),
                Judges.unlessMinimal(
                    new StayJudge("waiting", Assessment.DOUBTFUL, "ETRN-018", MORE),
                    new StayJudge("waiting", Assessment.NOTED, "ETRN-018", MORE)),
                Judges.unlessMinimal(IsolationCases::partnersMail, transcript -> List.of())));
  }

  /** DECL-005: a server with nodes.sibling keeps the mail of its partners apart. */
  private static List<Finding> partnersMail(Transcript transcript) {
    return transcript.fact(Facts.SIBLING_NODE).isEmpty()
        ? List.of()
        : new StayJudge("waiting", Assessment.BROKEN, "DECL-005", MORE).judge(transcript);
  }
}
