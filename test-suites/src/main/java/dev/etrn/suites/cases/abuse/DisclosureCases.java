package dev.etrn.suites.cases.abuse;

import static dev.etrn.suites.catalogue.Need.DENIED;
import static dev.etrn.suites.catalogue.Need.QUEUE;
import static dev.etrn.suites.catalogue.Need.UNKNOWN;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;
import java.util.stream.Stream;

/** The cases of information that refusals disclose to a stranger (RFC 1985 section 5.3). */
public final class DisclosureCases {

  private static final int SESSIONS = 12;
  private static final int PAIRS = 4;
  private static final List<String> QUEUES =
      List.of("l", "local", "default", "deferred", "active", "tcp_local", "mail", "no_such_queue");

  private DisclosureCases() {}

  public static List<Case> all() {
    return List.of(byCode(), byTime(), queues(), channelNames(), reasons());
  }

  private static Case byCode() {
    return CaseBuilder.of(
            "etrn.abuse.oracle-by-code", "Known and unknown nodes are refused with the same words")
        .covers("SEC-002", "SMTP-038", "SEC-004")
        .expects("one code and one text, but for the name")
        .needs(DENIED, UNKNOWN)
        .script(
            Scripts.oneSession(
                stage -> List.of("ETRN " + stage.node(DENIED), "ETRN " + stage.node(UNKNOWN))))
        .judgedWhenOffered(DisclosureJudges::byCode);
  }

  private static Case byTime() {
    return CaseBuilder.of(
            "etrn.abuse.oracle-by-time", "Refusals of known and unknown nodes take the same time")
        .covers("SEC-003")
        .expects("times that cannot be told apart")
        .needs(DENIED, UNKNOWN)
        .script(
            stage -> {
              for (int i = 0; i < SESSIONS; i++) {
                WireClient client = stage.ehlo();
                boolean isAnswered = true;
                for (int pair = 0; isAnswered && pair < PAIRS; pair++) {
                  isAnswered = probe(stage, client, pair % 2 == 0);
                }
                Scripts.quit(client);
                if (!isAnswered) {
                  return;
                }
              }
            })
        .judgedWhenOffered(DisclosureJudges::byTime);
  }

  /**
   * Asks for one node of each kind; returns true if the second is answered. The order alternates,
   * so that neither kind is always the first.
   */
  private static boolean probe(Stage stage, WireClient client, boolean deniedFirst) {
    String denied = "ETRN " + stage.node(DENIED);
    String unknown = "ETRN " + stage.node(UNKNOWN);
    client.step(deniedFirst ? "denied" : "unknown").line(deniedFirst ? denied : unknown).reply();
    return client
        .step(deniedFirst ? "unknown" : "denied")
        .line(deniedFirst ? unknown : denied)
        .reply()
        .isPresent();
  }

  private static Case queues() {
    return CaseBuilder.of("etrn.abuse.queue-names", "Trying names does not show which queues exist")
        .covers("SEC-005", "ETRN-053")
        .expects("all refusals alike")
        .script(Scripts.inGroups(stage -> QUEUES.stream().map(name -> "ETRN #" + name).toList()))
        .judgedWhenOffered(DisclosureJudges::queues);
  }

  private static Case channelNames() {
    return CaseBuilder.of("etrn.abuse.channel-names", "Refusals name no queue")
        .covers("SEC-001")
        .expects("no refusal has the queue's name")
        .needs(QUEUE)
        .script(Scripts.inGroups(DisclosureCases::refusals))
        .judgedWhenOffered(DisclosureJudges::channelNames);
  }

  private static Case reasons() {
    return CaseBuilder.of(
            "etrn.abuse.reasons", "The reason of a refusal reveals no address, path or exception")
        .covers("SEC-038")
        .expects("text that reveals nothing of the server's inside")
        .script(Scripts.inGroups(DisclosureCases::refusals))
        .judgedWhenOffered(DisclosureJudges::reasons);
  }

  private static List<String> refusals(Stage stage) {
    Stream<String> configured =
        Stream.of(stage.nodes().denied(), stage.nodes().unknown())
            .flatMap(node -> node.stream())
            .flatMap(node -> Stream.of("ETRN " + node, "ETRN @" + node));
    return Stream.concat(
            configured,
            Stream.of("ETRN", "ETRN a..b.test", "ETRN #no_such_queue", "ETRN 'a\".test"))
        .toList();
  }
}
