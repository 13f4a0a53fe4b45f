package dev.etrn.suites.cases.abuse;

import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.UNKNOWN;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Dialogue.Exchange;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.WireClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases of lines that may be read as two commands, and of content that may end too early. */
public final class SmugglingCases {

  private static final List<String> NO_LINE_ENDS = List.of("\n", "\r", "\n\r", "\0");
  private static final List<String> NO_CONTENT_ENDS =
      List.of("\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r");
  private static final List<Integer> BOUNDARIES = List.of(512, 1000, 1024, 2048, 4096, 8192);

  private SmugglingCases() {}

  public static List<Case> all() {
    return List.of(lines(), content(), boundaries(), endless());
  }

  private static Case lines() {
    return CaseBuilder.of(
            "etrn.abuse.smuggled-line",
            "Octets other than CRLF do not make two commands of one line")
        .covers("SEC-016", "SMTP-013", "SMTP-014")
        .expects("one reply to ETRN and NOOP with LF, CR or NUL between them")
        .needs(UNKNOWN)
        .takesLong()
        .script(
            stage -> {
              for (String between : NO_LINE_ENDS) {
                WireClient client = stage.ehlo();
                client
                    .step("etrn")
                    .send("ETRN " + stage.node(UNKNOWN) + between + "NOOP\r\n")
                    .reply();
                client.listen(stage.profile().quiet());
                Scripts.quit(client);
              }
            })
        .judgedWhenOffered(SmugglingCases::oneReply);
  }

  private static List<Finding> oneReply(Transcript transcript) {
    var findings = new ArrayList<Finding>();
    for (Exchange exchange : exchanges(transcript, "etrn")) {
      // A line without a code is part of a reply that repeats what was sent.
      List<Integer> codes =
          exchange.replies().stream().map(Reply::code).filter(code -> code != 0).toList();
      String observed = "'" + exchange.sent() + "' was answered " + codes;
      findings.add(
          codes.size() > 1
              ? Finding.broken("SEC-016", observed)
              : Finding.kept("SEC-016", observed));
    }
    return findings.isEmpty()
        ? List.of(Finding.inconclusive("SEC-016", "nothing was answered"))
        : findings;
  }

  private static Case content() {
    return CaseBuilder.of(
            "etrn.abuse.smuggled-dot", "Content ends at CRLF, dot, CRLF and nowhere else")
        .covers("SEC-017", "ETRN-014")
        .expects("no reply before the right end of the content")
        .needs(PERMITTED)
        .takesLong()
        .script(
            stage -> {
              for (String end : NO_CONTENT_ENDS) {
                smuggle(stage, end);
              }
            })
        .judgedWhenOfferedDespite421(SmugglingCases::contentGoesOn);
  }

  private static void smuggle(Stage stage, String end) {
    WireClient client = stage.ehlo();
    Scripts.mail(client);
    Scripts.rcpt(client, stage.node(PERMITTED));
    boolean isContinued =
        client.step("data").line("DATA").reply().filter(r -> r.code() == 354).isPresent();
    if (isContinued) {
      client
          .step("content")
          .send("Subject: dots\r\n\r\ntext" + end + "ETRN " + stage.node(PERMITTED) + "\r\n");
      client.listen(stage.profile().quiet());
      client.step("dot").send("\r\n.\r\n").reply();
    }
    Scripts.quit(client);
  }

  private static List<Finding> contentGoesOn(Transcript transcript) {
    var findings = new ArrayList<Finding>();
    for (Exchange exchange : exchanges(transcript, "content")) {
      List<Integer> codes = exchange.replies().stream().map(Reply::code).toList();
      String observed = "'" + exchange.sent() + "' was answered " + codes;
      // A server that refuses bare LFs, as some do with 521, may do so at once.
      boolean isRefusal = codes.stream().allMatch(code -> code / 100 >= 4);
      findings.add(
          codes.isEmpty()
              ? Finding.kept("SEC-017", "nothing came inside the content")
              : isRefusal
                  ? Finding.noted("SEC-017", observed)
                  : Finding.broken("SEC-017", observed));
    }
    return findings.isEmpty()
        ? List.of(Finding.unanswered("SEC-017", "DATA was not answered 354"))
        : findings;
  }

  private static Case boundaries() {
    return CaseBuilder.of(
            "etrn.abuse.line-boundaries",
            "The tail of a long line is not a command at any boundary")
        .covers("SEC-018", "SMTP-017")
        .expects("one reply to each line, though NOOP stands where a buffer may end")
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              for (int boundary : BOUNDARIES) {
                client.step("long").line("ETRN " + "a".repeat(boundary - 5) + "NOOP").reply();
              }
              client.listen(stage.profile().quiet());
              Scripts.quit(client);
            })
        .judgedWhenOfferedDespite421(SmugglingCases::noTail);
  }

  private static List<Finding> noTail(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    List<Reply> replies = dialogue.replies("long");
    List<Integer> codes = replies.stream().map(Reply::code).toList();
    String observed = BOUNDARIES.size() + " lines were answered " + codes;
    boolean isTail =
        codes.contains(250) && replies.stream().anyMatch(reply -> !answersLongLine(reply));
    if (isTail || codes.size() > BOUNDARIES.size()) {
      return List.of(Finding.broken("SEC-018", observed));
    }
    return List.of(
        codes.size() < BOUNDARIES.size() && !dialogue.peerClosed()
            ? Finding.inconclusive("SEC-018", observed).dueTo(Impediment.among(codes))
            : Finding.kept("SEC-018", observed));
  }

  /**
   * Returns true if the reply answers the long line: a server may accept such a line, and ETRN for
   * any name, and then it repeats the name.
   */
  private static boolean answersLongLine(Reply reply) {
    return reply.code() == 421 || (reply.code() == 250 && reply.text().contains("aaaaaaaa"));
  }

  private static Case endless() {
    return CaseBuilder.of("etrn.abuse.endless-line", "A line of a mebibyte does the server no harm")
        .covers("SEC-019", "SMTP-017")
        .expects("one refusal at most, and others are served")
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("endless").send("ETRN ");
              client.flood("a".repeat(1024), 1024, Duration.ofSeconds(2));
              client.step("end").send("\r\n").reply();
              client.listen(stage.profile().quiet());
              client.reset();
              Scripts.next(stage);
            })
        .judgedWhenOfferedDespite421(SmugglingCases::endless);
  }

  private static List<Finding> endless(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    List<Integer> codes =
        Stream.of("endless", "end")
            .flatMap(step -> dialogue.replies(step).stream())
            .map(Reply::code)
            .toList();
    String observed = "the line was answered " + codes;
    boolean isTaken = codes.size() > 1 || codes.stream().anyMatch(code -> code / 100 == 2);
    return isTaken
        ? List.of(Finding.broken("SMTP-017", observed))
        : FloodJudges.served("SEC-019", observed).judge(transcript);
  }

  private static List<Exchange> exchanges(Transcript transcript, String step) {
    return Dialogue.all(transcript).stream().flatMap(d -> d.exchanges(step).stream()).toList();
  }
}
