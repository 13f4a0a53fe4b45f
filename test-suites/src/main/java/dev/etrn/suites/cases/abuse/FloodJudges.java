package dev.etrn.suites.cases.abuse;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.EhloReply;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;

/** The judges of a server's state after a flood. */
final class FloodJudges {

  private FloodJudges() {}

  /** Returns a judge that expects another session to be served: NOOP gets 250. */
  static Judge served(String requirement, String situation) {
    return transcript -> {
      Finding finding =
          ReplyJudge.of("noop", requirement)
              .keeps(Codes.of(250))
              .notes(Codes.of(421), "the server closed the session")
              .breaks(Codes.any())
              .judge(transcript)
              .get(0);
      String observed = situation + "; after it " + finding.observed();
      return List.of(
          new Finding(finding.assessment(), requirement, observed).dueTo(finding.impediment()));
    };
  }

  static List<Finding> flood(Transcript transcript, int sent) {
    Dialogue dialogue = Dialogue.first(transcript);
    List<Reply> end = dialogue.replies("end");
    boolean isFarewell = dialogue.allReplies().stream().anyMatch(r -> r.code() == 421);
    long received =
        dialogue.replies("flood").stream().filter(r -> r.code() != 421).count()
            + end.stream().filter(r -> r.code() != 221 && r.code() != 421).count();
    String observed = sent + " ETRNs in one write got " + received + " replies";
    // RFC 5321 section 4.2: the reply to QUIT, which follows them, is the last one. Until it comes,
    // the server may only be slow, for example because it delays its replies to many ETRNs.
    boolean isEnded = end.stream().anyMatch(r -> r.code() == 221);
    // RFC 2920 section 3.2 forbids only servers that offer PIPELINING to lose input.
    boolean takesGroups = EhloReply.of(dialogue.firstReply("ehlo")).lists("PIPELINING");
    boolean isShort = received < sent && isEnded && takesGroups && !isFarewell;
    return received > sent || isShort
        ? List.of(
            Finding.broken(
                "ETRN-058", observed + (isShort ? ", and QUIT behind them got 221" : "")))
        : served("SEC-009", observed).judge(transcript);
  }

  static List<Finding> errors(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    List<Reply> answers = dialogue.replies("errors").stream().filter(r -> r.code() != 421).toList();
    boolean isFarewell = dialogue.allReplies().stream().anyMatch(r -> r.code() == 421);
    String observed = answers.size() + " bad lines were answered";
    if (isFarewell || dialogue.peerClosed()) {
      return List.of(
          Finding.kept("SEC-032", observed + (isFarewell ? ", then came 421" : ", then the end")));
    }
    boolean isDeaf =
        dialogue.exchanges("errors").stream().filter(sent -> sent.replies().isEmpty()).count() > 1;
    if (isDeaf || answers.stream().anyMatch(r -> r.firstDigit() == 2)) {
      // A line that is accepted, or gets no reply, is not a bad line to this server.
      return List.of(Finding.inconclusive("SEC-032", observed + ", not all with a refusal"));
    }
    // RFC 5321 section 7.8 allows a server to end this; it does not require it.
    return List.of(Finding.noted("SEC-032", observed + ", and the session is still open"));
  }

  static List<Finding> manyNames(Transcript transcript) {
    long answered =
        Dialogue.all(transcript).stream().mapToLong(d -> d.replies("etrn").size()).sum();
    return served("SEC-025", answered + " ETRNs for different names were answered")
        .judge(transcript);
  }

  static List<Finding> deadHost(Transcript transcript) {
    long accepted =
        Dialogue.all(transcript).stream()
            .flatMap(d -> d.replies("etrn").stream())
            .filter(r -> r.firstDigit() == 2)
            .count();
    long connections = Deliveries.of(transcript).connections().size();
    String observed = accepted + " ETRNs were accepted, " + connections + " connections were made";
    if (accepted < 2 || connections == 0) {
      return List.of(Finding.inconclusive("SEC-012", observed));
    }
    return List.of(
        connections >= accepted
            ? Finding.broken("SEC-012", observed)
            : Finding.kept("SEC-012", observed));
  }
}
