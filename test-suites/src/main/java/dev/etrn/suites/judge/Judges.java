package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to combine judges, and the conditions that every session must meet to be judged. */
public final class Judges {

  private Judges() {}

  /** Returns a judge that finds what all of these judges find. */
  public static Judge all(Judge... judges) {
    return transcript -> Stream.of(judges).flatMap(j -> j.judge(transcript).stream()).toList();
  }

  /**
   * Returns a judge that judges {@code leniently} if the target is declared a minimal server, and
   * {@code strictly} otherwise.
   */
  public static Judge unlessMinimal(Judge strictly, Judge leniently) {
    return transcript -> (isMinimal(transcript) ? leniently : strictly).judge(transcript);
  }

  static boolean isMinimal(Transcript transcript) {
    return transcript.fact(Facts.MINIMAL).orElse(false);
  }

  /**
   * Judges only if there is something to judge: the sessions were greeted, and EHLO offered ETRN. A
   * 421 makes the case inconclusive, unless something was found broken before it.
   *
   * @param requirement the requirement of the finding if there is nothing to judge
   */
  public static Judge whenOffered(String requirement, Judge judge) {
    return transcript ->
        noSession(requirement, transcript)
            .or(() -> notOffered(requirement, transcript))
            .map(List::of)
            .orElseGet(() -> unlessUnusable(requirement, judge, transcript));
  }

  /** {@link #whenOffered} for cases about the announcement itself. */
  public static Judge whenGreeted(String requirement, Judge judge) {
    return transcript ->
        noSession(requirement, transcript)
            .map(List::of)
            .orElseGet(() -> unlessUnusable(requirement, judge, transcript));
  }

  /** {@link #whenOffered} for cases in which a 421 is an answer. */
  public static Judge whenOfferedDespite421(String requirement, Judge judge) {
    return transcript ->
        noSession(requirement, transcript)
            .or(() -> notOffered(requirement, transcript))
            .map(List::of)
            .orElseGet(() -> judge.judge(transcript));
  }

  /** {@link #whenGreeted} for cases in which a 421 or a 530 is an answer. */
  public static Judge whenGreetedDespite421(String requirement, Judge judge) {
    return transcript ->
        noSession(requirement, transcript).map(List::of).orElseGet(() -> judge.judge(transcript));
  }

  /**
   * Judges only if it is certain which reply answers which command: each step has one reply at
   * most, and the reply to QUIT is not a late reply to ETRN.
   *
   * @param requirement the requirement of the finding otherwise
   */
  public static Judge inStep(String requirement, Judge judge) {
    return transcript ->
        Dialogue.all(transcript).stream()
            .flatMap(dialogue -> dialogue.exchanges().stream())
            .filter(Judges::isOutOfStep)
            .findFirst()
            .map(exchange -> List.of(outOfStep(requirement, exchange)))
            .orElseGet(() -> judge.judge(transcript));
  }

  private static boolean isOutOfStep(Dialogue.Exchange exchange) {
    List<Reply> replies = exchange.replies();
    boolean isReplyToEtrn =
        exchange.name().equals("quit")
            && replies.stream().limit(1).anyMatch(r -> Codes.OF_ETRN.test(r.code()));
    return exchange.sentNanos().isPresent() && (replies.size() > 1 || isReplyToEtrn);
  }

  private static Finding outOfStep(String requirement, Dialogue.Exchange exchange) {
    return Finding.inconclusive(
            requirement,
            "not one reply to each command, so that it cannot be told which is whose: "
                + PrintableText.sent(exchange)
                + " got "
                + exchange.replies().stream()
                    .map(PrintableText::reply)
                    .collect(Collectors.joining(", ")))
        .dueTo(Impediment.among(exchange.replies().stream().map(Reply::code).toList()));
  }

  private static Optional<Finding> noSession(String requirement, Transcript transcript) {
    Optional<Event.Unreachable> unreachable = transcript.all(Event.Unreachable.class).findFirst();
    if (unreachable.isPresent()) {
      return Optional.of(
          Finding.inconclusive(requirement, "no connection: " + unreachable.get().why())
              .dueTo(Impediment.CONNECTION_LIMIT));
    }
    for (Dialogue dialogue : Dialogue.all(transcript)) {
      Optional<Reply> greeting = dialogue.firstReply("greeting");
      if (dialogue.has("greeting") && greeting.filter(r -> r.code() == 220).isEmpty()) {
        String observed = greeting.map(PrintableText::reply).orElse("nothing");
        return Optional.of(
            Finding.inconclusive(
                    requirement, "the greeting on " + dialogue.end() + " was " + observed)
                .dueTo(greeting.flatMap(Impediment::of)));
      }
      Optional<Reply> ehlo = dialogue.firstReply("ehlo");
      // A reply that comes too late would be taken for the reply to the next command, and 4yz says
      // that EHLO may be accepted the next time.
      if (dialogue.has("ehlo") && ehlo.filter(r -> r.firstDigit() != 4).isEmpty()) {
        String observed = ehlo.map(PrintableText::reply).orElse("no reply");
        return Optional.of(
            Finding.inconclusive(requirement, "EHLO on " + dialogue.end() + " got " + observed)
                .dueTo(
                    ehlo.isPresent()
                        ? Impediment.of(ehlo.get())
                        : Optional.of(Impediment.NO_REPLY)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> notOffered(String requirement, Transcript transcript) {
    for (Dialogue dialogue : Dialogue.all(transcript)) {
      Optional<Reply> ehlo = dialogue.firstReply("ehlo");
      if (ehlo.filter(r -> r.firstDigit() == 5).isPresent()) {
        return Optional.of(
            Finding.notOffered(requirement, "EHLO is refused: " + PrintableText.reply(ehlo.get())));
      }
      if (ehlo.filter(r -> r.code() == 250).isPresent() && !dialogue.keywords().contains("ETRN")) {
        return Optional.of(Finding.notOffered(requirement, "EHLO does not list ETRN"));
      }
    }
    return Optional.empty();
  }

  private static List<Finding> unlessUnusable(
      String requirement, Judge judge, Transcript transcript) {
    var findings = new ArrayList<>(judge.judge(transcript));
    Dialogue.all(transcript).stream()
        .flatMap(d -> d.allReplies().stream())
        .filter(reply -> reply.code() == 421 || reply.code() == 530 || reply.code() == 454)
        .findFirst()
        .ifPresent(reply -> findings.add(unusable(requirement, reply)));
    return findings;
  }

  private static Finding unusable(String requirement, Reply reply) {
    String shown = PrintableText.reply(reply);
    return reply.code() == 421
        ? Finding.inconclusive(requirement, "the server ended a session with " + shown)
            .dueTo(Impediment.CONNECTION_LIMIT)
        : Finding.inconclusive(
                requirement, "the server wants TLS or authentication first: " + shown)
            .dueTo(Impediment.LOGIN_REQUIRED);
  }
}
