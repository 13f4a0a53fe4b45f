package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.PrintableText;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.FactKey;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The messages that the harness submitted, by the groups of the script. */
public final class SubmittedMail {

  /** The facts with the nodes whose mail the target takes, as {@code etrn.yaml} says. */
  private static final Set<FactKey<String>> PARTNERS =
      Set.of(Facts.PERMITTED_NODE, Facts.SIBLING_NODE);

  private static final Pattern REFUSED_FOR_GOOD = Pattern.compile("5[0-9][0-9]\\b");

  /** The code at the beginning of a reply. */
  private static final Pattern CODE = Pattern.compile("[2-5][0-9][0-9]\\b");

  private static final String ONCE = "SMTP-037";

  private SubmittedMail() {}

  static List<Event.Injected> of(Transcript transcript, String group) {
    return transcript.all(Event.Injected.class).filter(i -> i.group().equals(group)).toList();
  }

  /** Returns the messages of this group that had not come yet when ETRN asked for them. */
  public static List<Event.Injected> held(Transcript transcript, String group, long askedNanos) {
    Deliveries deliveries = Deliveries.of(transcript);
    return of(transcript, group).stream()
        .filter(
            message ->
                deliveries.accepted(message).stream()
                    .noneMatch(delivery -> delivery.receivedNanos() < askedNanos))
        .toList();
  }

  /** Returns the time at which the first ETRN was sent in a step of this name. */
  public static OptionalLong askedAt(Transcript transcript, String step) {
    return Dialogue.all(transcript).stream()
        .map(d -> d.sentAt(step))
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  /**
   * Returns the finding that nothing can be said of {@code requirement}, because no message of this
   * group waited when ETRN asked for it. A repeated run says no more of a target that delivers at
   * once, as it may (RFC 1985 section 4), or that accepts mail only for its partners.
   */
  public static Finding unjudged(Transcript transcript, String requirement, String group) {
    if (isDeliveredUnasked(transcript, group)) {
      return Finding.notApplicable(
          requirement,
          "the target delivered the mail for "
              + of(transcript, group).get(0).recipient()
              + " before ETRN asked for it; with hold: refused its first attempts fail, and it"
              + " keeps the mail");
    }
    return isForStranger(transcript, group)
        ? Finding.notApplicable(requirement, failure(transcript, group))
        : Finding.inconclusive(requirement, failure(transcript, group))
            .dueTo(impediment(transcript, group));
  }

  private static boolean isDeliveredUnasked(Transcript transcript, String group) {
    Deliveries deliveries = Deliveries.of(transcript);
    List<Event.Injected> injected = of(transcript, group);
    return !injected.isEmpty()
        && injected.stream().noneMatch(message -> deliveries.accepted(message).isEmpty());
  }

  /** Returns true if mail was refused permanently whose recipient is not at one of the partners. */
  private static boolean isForStranger(Transcript transcript, String group) {
    Set<String> nodes =
        PARTNERS.stream()
            .flatMap(node -> transcript.fact(node).stream())
            .collect(Collectors.toSet());
    return transcript
        .all(Event.NotInjected.class)
        .filter(n -> n.group().equals(group) && REFUSED_FOR_GOOD.matcher(n.why()).lookingAt())
        .map(n -> n.recipient().substring(n.recipient().indexOf('@') + 1))
        .anyMatch(domain -> !nodes.contains(domain));
  }

  /** Returns a finding if a message came more than once. */
  static List<Finding> twice(Event.Injected message, List<Delivery> delivered) {
    if (delivered.size() < 2) {
      return List.of();
    }
    long interval =
        delivered.get(delivered.size() - 1).receivedNanos() - delivered.get(0).receivedNanos();
    return List.of(
        Finding.broken(
            ONCE,
            "message "
                + message.token()
                + " came "
                + delivered.size()
                + " times, over "
                + String.join(
                    " and ", delivered.stream().map(d -> d.end().toString()).distinct().toList())
                + ", the last time "
                + PrintableText.millis(interval)
                + " after the first"));
  }

  private static Optional<Impediment> impediment(Transcript transcript, String group) {
    Optional<Event.NotInjected> refused =
        transcript
            .all(Event.NotInjected.class)
            .filter(event -> event.group().equals(group))
            .findFirst();
    if (refused.isPresent()) {
      Matcher code = CODE.matcher(refused.get().why());
      return (code.lookingAt()
              ? Impediment.of(Integer.parseInt(code.group()))
              : Optional.<Impediment>empty())
          .or(() -> Optional.of(Impediment.MAIL_NOT_TAKEN));
    }
    return of(transcript, group).isEmpty()
        ? Optional.empty()
        : Optional.of(Impediment.MAIL_NOT_HELD);
  }

  private static String failure(Transcript transcript, String group) {
    return transcript
        .all(Event.NotInjected.class)
        .filter(n -> n.group().equals(group))
        .findFirst()
        .map(n -> "the target took no message for " + n.recipient() + ": " + n.why())
        .orElseGet(() -> unheld(transcript, group));
  }

  private static String unheld(Transcript transcript, String group) {
    List<Event.Injected> injected = of(transcript, group);
    return injected.isEmpty()
        ? "no message of the group " + group + " was handed over"
        : "the target does not hold mail for "
            + injected.get(0).recipient()
            + ": all of it came without being asked for, or nothing was asked for";
  }
}
