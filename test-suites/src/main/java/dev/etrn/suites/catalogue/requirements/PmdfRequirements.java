package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The requirements of the manuals of PMDF and of Messaging Server on ETRN, and our decisions about
 * them for the reference server.
 */
final class PmdfRequirements {

  private static final RequirementFactory PMDF =
      new RequirementFactory("PMDF System Manager's Guide");
  private static final RequirementFactory OWN =
      new RequirementFactory("The decision table of the reference server");

  private PmdfRequirements() {}

  static List<Requirement> all() {
    return Stream.of(keywords(), limits(), operation(), decisions()).flatMap(List::stream).toList();
  }

  private static List<Requirement> keywords() {
    return List.of(
        PMDF.project(
            "PMDF-001",
            ALWAYS,
            "2.3.4.34",
            "allowetrn honours each ETRN, and its reply names the channel."),
        PMDF.project(
            "PMDF-002",
            ALWAYS,
            "2.3.4.34",
            "silentetrn honours each ETRN, and no reply names a channel."),
        PMDF.project(
            "PMDF-003",
            ALWAYS,
            "2.3.4.34",
            "domainetrn honours only the form with @, and names no channel."),
        PMDF.project(
            "PMDF-004", ALWAYS, "2.3.4.34", "disableetrn takes ETRN out of EHLO, and answers 502."),
        PMDF.project(
                "PMDF-005",
                ALWAYS,
                "2.3.4.34",
                "Without a keyword a channel acts as with silentetrn.")
            .unitTested("PmdfCnfTest#actsAsSilentetrnWithOneEtrnWhenNothingIsSaid"),
        PMDF.project(
                "PMDF-006",
                ALWAYS,
                "2.3.4.34",
                "blocketrn on the destination refuses an ETRN that would run it.")
            .unitTested("EtrnDecisionTest#refusesABlockedDestinationLikeAnUnknownOne"),
        PMDF.project(
                "PMDF-007",
                ALWAYS,
                "2.3.4.33",
                "sendetrn sends one ETRN at the beginning of a connection where it is offered.")
            .unitTested("QueueRunTest#asksForItsOwnMailOncePerConnectionWhenThatIsOffered"),
        PMDF.project("PMDF-008", ALWAYS, "2.3.4.33", "nosendetrn, the default, sends none.")
            .unitTested("QueueRunTest#deliversAllOverOneConnectionOldestFirst"),
        PMDF.project(
            "PMDF-009",
            NEVER,
            "23",
            "ETRN with a host runs what waits for that host, and no other domain of its channel."),
        PMDF.project("PMDF-010", STRICT, "23", "ETRN with @ runs everything below the host."),
        PMDF.project("PMDF-011", STRICT, "23", "ETRN with # runs the channel of that name."));
  }

  private static List<Requirement> limits() {
    return List.of(
        PMDF.project(
            "PMDF-012",
            STRICT,
            "21.1.2",
            "A session has no more ETRNs accepted than its limit says."),
        PMDF.project(
            "PMDF-013",
            NEVER,
            "21.1.2",
            "Beyond the limit 458 says that the client may come again."),
        PMDF.project("PMDF-014", NEVER, "21.1.2", "A table says which client may run what.")
            .unitTested("EtrnAccessFileTest#saysWhoMayReleaseAndRunWhat"),
        PMDF.project(
                "PMDF-015",
                ALWAYS,
                "21.1.2",
                "ALLOW_TRANSACTIONS_PER_SESSION limits the messages of a session.")
            .unitTested("SessionTest#limitsTransactionsRecipientsAndAddsToTheBanner"),
        PMDF.project(
                "PMDF-016",
                ALWAYS,
                "21.1.2",
                "ALLOW_RECIPIENTS_PER_TRANSACTION limits the recipients of a message.")
            .unitTested("SessionTest#limitsTransactionsRecipientsAndAddsToTheBanner"),
        PMDF.project(
                "PMDF-017",
                ALWAYS,
                "21.1.2",
                "REJECT_RECIPIENTS_PER_TRANSACTION refuses a message with too many recipients.")
            .unitTested("SessionTest#limitsTransactionsRecipientsAndAddsToTheBanner"),
        PMDF.project(
                "PMDF-018",
                NEVER,
                "21.1.2",
                "ALLOW_REJECTIONS_BEFORE_DEFERRAL defers after too many bad recipients.")
            .untestable(
                "is not a feature of the reference server, and cannot be seen from outside"),
        PMDF.project(
                "PMDF-019",
                ALWAYS,
                "21.1.2",
                "ATTEMPT_TRANSACTIONS_PER_SESSION limits what a delivery sends over one"
                    + " connection.")
            .unitTested("QueueRunTest#opensAnotherConnectionAfterItsShareOfMessages"),
        PMDF.project(
                "PMDF-020",
                ALWAYS,
                "21.1.2",
                "COMMAND_RECEIVE_TIME says how long the server waits for a command.")
            .unitTested("OptionFileTest#saysWhatSessionsMayDo", "EtrnServerTest#endsIdleSessions"),
        PMDF.project("PMDF-021", ALWAYS, "21.1.2", "Further times limit the waits of a delivery.")
            .unitTested(
                "OptionFileTest#saysWhatSessionsMayDo", "OptionFileTest#saysHowAChannelDelivers"),
        PMDF.project("PMDF-022", ALWAYS, "21.1.2", "BANNER_ADDITION is added to the greeting.")
            .unitTested("SessionTest#limitsTransactionsRecipientsAndAddsToTheBanner"),
        PMDF.project(
                "PMDF-023", NEVER, "21.1.2", "Options switch off commands that tell of addresses.")
            .untestable(
                "is not a feature of the reference server, and cannot be seen from outside"),
        PMDF.project(
                "PMDF-024",
                NEVER,
                "2.3.4",
                "Channel keywords limit bad commands and transactions of a session.")
            .unitTested(
                "OptionFileTest#countsWhereItIsSmallerThanTheKeyword",
                "AbuseCounterTest#endsAfterTheChannelsBadCommands",
                "AbuseCounterTest#endsAtMailOrRsetAfterTheChannelsTransactions"),
        PMDF.project("PMDF-025", NEVER, "2.3.4", "Channel keywords write debug logs.")
            .untestable(
                "is not a feature of the reference server, and cannot be seen from outside"));
  }

  private static List<Requirement> operation() {
    return List.of(
        PMDF.project(
                "PMDF-026",
                NEVER,
                "28.4.6",
                "A limit keeps one site from taking the deliveries of all for itself.")
            .untestable("is a question of load: the scenario monopoly measures it"),
        PMDF.project(
                "PMDF-027", ALWAYS, "2.3.4.33", "ETRN makes a job and returns; jobs alike are one.")
            .unitTested("JobControllerTest#runsOneJobForANodeAndSeesMailThatCameDuringIt"),
        PMDF.project(
                "PMDF-028",
                ALWAYS,
                "23",
                "A site that dials up asks with sendetrn, from a channel to its provider.")
            .unitTested("ExamplesTest#branch"),
        PMDF.project(
                "PMDF-029",
                ALWAYS,
                "21.1.2",
                "The options of the server are those of its default channel.")
            .unitTested("OptionFileTest#saysWhatSessionsMayDo"),
        PMDF.project("PMDF-030", NEVER, "21.1.2", "A server reads its options at its start only.")
            .untestable(
                "a configuration is read once and never again: there is nothing to observe"),
        PMDF.project(
                "PMDF-031",
                ALWAYS,
                "2.3.4",
                "An unknown channel keyword is a warning with its file and line, not an error.")
            .unitTested("PmdfCnfTest#warnsOfWhatHasNoEffect", "DefaultsTest#areToldOfOnce"),
        PMDF.project(
                "PMDF-032",
                ALWAYS,
                "2.3.5",
                "defaults and nodefaults act on the channels behind them, the latest wins.")
            .unitTested(
                "PmdfCnfTest#appliesDefaultsUnlessTheChannelSaysOtherwise",
                "DefaultsTest#areTakenBackAllOrByAnyKeywordOfTheirGroup"));
  }

  private static List<Requirement> decisions() {
    return List.of(
        OWN.project("PMDF-040", ALWAYS, "", "No limit given means one ETRN, and nought means none.")
            .unitTested(
                "PmdfCnfTest#actsAsSilentetrnWithOneEtrnWhenNothingIsSaid",
                "EtrnDecisionTest#honoursNoneWithALimitOfNought"),
        OWN.project(
                "PMDF-041",
                ALWAYS,
                "",
                "A limit that is not a number is an error that names file and line.")
            .unitTested("OptionFileTest#saysWhichOptionIsNoNumber"),
        OWN.project(
                "PMDF-042",
                ALWAYS,
                "",
                "The count of a session survives RSET, EHLO, STARTTLS and AUTH.")
            .unitTested("SecurityDialogueTest#countsEtrnsAcrossTlsAndAuthentication"),
        OWN.project(
            "PMDF-043",
            ALWAYS,
            "",
            "459 reads the same for unknown, denied and blocked nodes and for the wrong form."),
        OWN.project("PMDF-044", ALWAYS, "", "Names of channels are read without regard to case."),
        OWN.project("PMDF-045", ALWAYS, "", "The local channel is not run."),
        OWN.project("PMDF-046", ALWAYS, "", "Rewriting that fails or does not end gives 459.")
            .unitTested("RoutingTest#leadsNowhereWhenRewritingDoesNotEnd"),
        OWN.project(
                "PMDF-047", ALWAYS, "", "EHLO lists what holds now, after STARTTLS and AUTH too.")
            .unitTested("SecurityDialogueTest#offersAuthOnlyOverTls"),
        OWN.project(
                "PMDF-048",
                ALWAYS,
                "",
                "A name after sendetrn that is not a domain is an error at the start.")
            .unitTested("PmdfCnfTest#saysWhereAMistakeIsAndWhatWouldBeRight"),
        OWN.project("PMDF-049", ALWAYS, "", "sendetrn without a name is an error at the start.")
            .unitTested("PmdfCnfTest#saysWhereAMistakeIsAndWhatWouldBeRight"));
  }
}
