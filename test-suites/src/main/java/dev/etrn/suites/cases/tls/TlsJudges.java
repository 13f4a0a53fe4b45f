package dev.etrn.suites.cases.tls;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The judges of sessions with STARTTLS. */
public final class TlsJudges {

  private TlsJudges() {}

  /** Returns a judge of the replies inside TLS, if TLS is established. */
  static Judge inTls(String requirement, Judge judge) {
    return transcript ->
        withoutTls(requirement, Dialogue.first(transcript))
            .map(List::of)
            .orElseGet(() -> judge.judge(transcript));
  }

  /** Returns the reason for which there is no TLS, although the configuration promises it. */
  static Optional<Finding> withoutTls(String requirement, Dialogue dialogue) {
    Optional<Event.Handshake> handshake = dialogue.handshake();
    if (handshake.isEmpty()) {
      Optional<Reply> reply = dialogue.firstReply("starttls");
      String observed = "STARTTLS got " + reply.map(TlsJudges::shown).orElse("no reply");
      return Optional.of(
          reply.isPresent()
              ? Finding.inconclusive(requirement, observed).dueTo(Impediment.of(reply.get()))
              : Finding.unanswered(requirement, observed));
    }
    return handshake.get().isSecure()
        ? Optional.empty()
        : Optional.of(
            Finding.inconclusive(requirement, "the handshake failed: " + handshake.get().detail()));
  }

  static List<Finding> demanded(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    Optional<Reply> etrn = dialogue.firstReply("etrn");
    String declared = transcript.fact(Facts.TLS).orElse("none");
    boolean isDemanded = declared.equals("required");
    if (isPromised(declared) && !dialogue.keywords().contains("STARTTLS")) {
      return List.of(
          Finding.broken(
              "DECL-007", "target.tls is " + declared + ", and EHLO does not list STARTTLS"));
    }
    if (etrn.filter(r -> r.code() == 530).isEmpty()) {
      return isDemanded
          ? ReplyJudge.of("etrn", "TLS-001")
              .breaks(Codes.ACCEPTED, "DECL-007", "target.tls says that TLS is demanded")
              .doubts(Codes.REFUSED, "530 would tell the client what the server wants")
              .judge(transcript)
          : ReplyJudge.of("etrn", "TLS-001")
              .notes(Codes.any(), "TLS is not demanded")
              .judge(transcript);
    }
    var findings = new ArrayList<Finding>();
    findings.add(Finding.kept("TLS-001", "ETRN got " + shown(etrn.get())));
    boolean isEnhanced = dialogue.keywords().contains("ENHANCEDSTATUSCODES");
    if (isEnhanced && etrn.get().enhancedStatusCode().filter("5.7.0"::equals).isEmpty()) {
      findings.add(Finding.doubtful("TLS-002", "no 5.7.0 in " + shown(etrn.get())));
    }
    dialogue
        .firstReply("unknown")
        .filter(r -> !r.raw().equals(etrn.get().raw()) && r.code() != 421)
        .ifPresent(
            r ->
                findings.add(
                    Finding.broken(
                        "SEC-029",
                        "before TLS a known node got "
                            + shown(etrn.get())
                            + ", an unknown one "
                            + shown(r))));
    return findings;
  }

  private static boolean isPromised(String declared) {
    return declared.equals("required") || declared.equals("starttls");
  }

  /** Judges TLS-007. */
  public static List<Finding> notOfferedAgain(Transcript transcript) {
    return List.of(
        Dialogue.first(transcript).keywords().contains("STARTTLS")
            ? Finding.broken("TLS-007", "EHLO inside TLS lists STARTTLS")
            : Finding.kept("TLS-007", "EHLO inside TLS does not list STARTTLS"));
  }

  static List<Finding> anew(Transcript transcript) {
    var findings = new ArrayList<Finding>();
    Dialogue.first(transcript)
        .firstReply("rcpt")
        .filter(r -> r.firstDigit() == 2)
        .ifPresent(
            r -> findings.add(Finding.doubtful("TLS-003", "RCPT without MAIL got " + shown(r))));
    findings.addAll(
        ReplyJudge.of("etrn", "TLS-003")
            .breaks(Codes.of(503))
            .keeps(Codes.any())
            .judge(transcript));
    return findings;
  }

  static List<Finding> announced(Transcript transcript) {
    if (Dialogue.first(transcript).keywords().contains("ETRN")) {
      return ReplyJudge.of("etrn", "TLS-009")
          .breaks(Codes.of(500, 502), "SMTP-003", "although EHLO inside TLS lists ETRN")
          .keeps(Codes.any())
          .judge(transcript);
    }
    return ReplyJudge.of("etrn", "TLS-009")
        .notes(Codes.any(), "EHLO inside TLS does not list ETRN")
        .judge(transcript);
  }

  static List<Finding> inTransaction(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    if (dialogue.firstReply("mail").filter(r -> r.firstDigit() == 2).isEmpty()) {
      return List.of(Finding.notApplicable("TLS-012", "MAIL is not accepted without TLS"));
    }
    Optional<Reply> startTls = dialogue.firstReply("starttls");
    if (startTls.filter(r -> r.firstDigit() >= 4).isPresent()) {
      String observed = "STARTTLS got " + shown(startTls.get());
      return List.of(
          startTls.get().code() == 503
              ? Finding.kept("TLS-012", observed)
              : Finding.noted("TLS-012", observed));
    }
    return withoutTls("TLS-003", dialogue).map(List::of).orElseGet(() -> anew(transcript));
  }

  static List<Finding> failedHandshake(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    if (dialogue.firstReply("starttls").filter(r -> r.code() == 220).isEmpty()) {
      return List.of(Finding.unanswered("TLS-011", "STARTTLS was not answered 220"));
    }
    // The server may send a TLS alert, which is not a reply and has no code.
    Optional<Reply> reply =
        dialogue.replies("garbage").stream().filter(r -> r.code() != 0).findFirst();
    if (reply.isPresent()) {
      boolean isFarewell = reply.get().firstDigit() >= 4 && dialogue.peerClosed();
      String observed = "a command in the clear got " + shown(reply.get());
      return List.of(
          isFarewell
              ? Finding.noted("TLS-011", observed + ", and the connection was closed")
              : Finding.broken("TLS-011", observed));
    }
    return List.of(
        dialogue.peerClosed()
            ? Finding.kept("TLS-011", "the connection was closed")
            : Finding.doubtful("TLS-011", "the connection stayed open, without a reply"));
  }

  static String shown(Reply reply) {
    return "'" + reply.code() + " " + reply.text() + "'";
  }
}
