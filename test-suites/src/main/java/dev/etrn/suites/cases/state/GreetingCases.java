package dev.etrn.suites.cases.state;

import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.SLOW;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.WireClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The cases of the beginning of a session, and of the time that it may be silent. */
public final class GreetingCases {

  /** A little less than five minutes, so that a server that waits exactly that long passes. */
  private static final Duration IDLE = Duration.ofSeconds(295);

  private GreetingCases() {}

  public static List<Case> all() {
    return List.of(refusedEhlo(), early(), idle());
  }

  private static Case refusedEhlo() {
    return CaseBuilder.of(
            "etrn.state.refused-ehlo", "An EHLO that is refused leaves the session as it was")
        .covers("SMTP-008")
        .expects("ETRN as before")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("before").line("ETRN " + stage.node(PERMITTED)).reply();
              client.step("refused").line("EHLO").reply();
              client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply();
              Scripts.quit(client);
            })
        .judgedWhenOffered(GreetingCases::asBefore);
  }

  private static List<Finding> asBefore(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    Optional<Reply> refused = dialogue.firstReply("refused");
    if (refused.filter(r -> r.firstDigit() >= 4).isEmpty()) {
      // A reply with another code than 250 answers something else.
      return List.of(
          refused.filter(r -> r.code() == 250).isPresent()
              ? Finding.noted("SMTP-008", "EHLO without a name is not refused")
              : Finding.unanswered("SMTP-008", "EHLO without a name was not answered"));
    }
    int expectedDigit = dialogue.firstReply("before").map(r -> r.firstDigit()).orElse(0);
    return ReplyJudge.of("etrn", "SMTP-008")
        .keeps(code -> code / 100 == expectedDigit)
        .breaks(Codes.of(503))
        .notes(Codes.any(), "the reply before that EHLO was different")
        .judge(transcript);
  }

  private static Case early() {
    return CaseBuilder.of(
            "etrn.state.early-talker",
            "A client that does not wait for the greeting may be refused")
        .covers("SMTP-033")
        .expects("either; the report notes which")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.open();
              client.step("early").line("ETRN " + stage.node(PERMITTED)).replies(2);
              client.close();
              Scripts.next(stage);
            })
        .judgedWhenOfferedDespite421(GreetingCases::early);
  }

  private static List<Finding> early(Transcript transcript) {
    List<Integer> codes =
        Dialogue.first(transcript).replies("early").stream().map(r -> r.code()).toList();
    String observed = "an ETRN before the greeting was answered " + codes;
    return List.of(
        !codes.isEmpty() && codes.get(0) == 220
            ? Finding.kept("SMTP-033", observed)
            : Finding.noted("SMTP-033", observed));
  }

  private static Case idle() {
    return CaseBuilder.of("etrn.state.idle", "A session may be silent for five minutes")
        .covers("SMTP-029")
        .expects("open after five minutes of silence")
        .needs(SLOW)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("idle").untilClosed(IDLE);
              client.close();
            })
        .judgedWhenOfferedDespite421(GreetingCases::idle);
  }

  private static List<Finding> idle(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    if (dialogue.peerClosed()) {
      long last = transcript.all(Event.Closed.class).mapToLong(Event.Closed::nanos).max().orElse(0);
      return List.of(
          Finding.doubtful("SMTP-029", "closed after " + last / 1_000_000_000 + " s of silence"));
    }
    return List.of(Finding.kept("SMTP-029", "open after " + IDLE.toSeconds() + " s of silence"));
  }
}
