package dev.etrn.suites.inquiry.role;

import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.transcript.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The outcome of a {@link RoleCheck}. */
public final class RoleFindings {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MILLIS_SHOWN = 100;
  private static final double TENTHS_SHOWN = 10;

  private final boolean isOffered;
  private final boolean isKnown;
  private final Optional<String> node;
  private final Optional<Reply> reply;
  private final Optional<MailFinding> mail;
  private final List<RoleMisfit> misfits;

  /**
   * @param isOffered true if EHLO listed ETRN
   * @param isKnown true if EHLO was accepted
   * @param node the permitted node
   * @param reply the reply to the request for it
   * @param mail the outcome of a message for it
   */
  RoleFindings(
      boolean isOffered,
      boolean isKnown,
      Optional<String> node,
      Optional<Reply> reply,
      Optional<MailFinding> mail,
      List<RoleMisfit> misfits) {
    this.isOffered = isOffered;
    this.isKnown = isKnown;
    this.node = node;
    this.reply = reply;
    this.mail = mail;
    this.misfits = List.copyOf(misfits);
  }

  /** Returns the keys that do not fit, in the order of the checks. */
  public List<RoleMisfit> misfits() {
    return misfits;
  }

  /** Returns true if a message was held until it was asked for. */
  public boolean hasHeld() {
    return mail.filter(
            finding ->
                !(finding instanceof MailFinding.CameUnasked
                    || finding instanceof MailFinding.NotTaken))
        .isPresent();
  }

  /** Returns the time waited for mail that an accepted request did not release. */
  public Optional<Duration> missed() {
    return mail.filter(MailFinding.Missing.class::isInstance)
        .map(finding -> ((MailFinding.Missing) finding).within());
  }

  /** Returns a sentence without a full stop on whether ETRN works; empty if that is not known. */
  public Optional<String> synopsis() {
    if (!isOffered) {
      return isKnown ? Optional.of("ETRN is not offered") : Optional.empty();
    } else if (node.isEmpty()) {
      return Optional.of("ETRN is offered, but nodes.permitted gives no name to ask for");
    } else if (reply.isEmpty()) {
      return Optional.of("ETRN for " + node.get() + " is not answered");
    } else if (!ReplyText.isSuccess(reply)) {
      return Optional.of(node.get() + " is refused: " + ReplyText.quoted(reply));
    } else if (mail.orElse(null) instanceof MailFinding.Came arrival) {
      return Optional.of(released(node.get(), arrival.after()));
    }
    return Optional.of(
        "ETRN is accepted for " + node.get() + mail.map(RoleFindings::objection).orElse(""));
  }

  /** Returns the sentence for a node whose mail came this time after the request. */
  public static String released(String node, Duration after) {
    return "ETRN works for " + node + ": mail came " + seconds(after) + " after the request";
  }

  private static String objection(MailFinding finding) {
    if (finding instanceof MailFinding.Missing missing) {
      return ", but no mail came within " + seconds(missing.within());
    } else if (finding instanceof MailFinding.CameUnasked) {
      return ", but its mail comes without a request";
    } else if (finding instanceof MailFinding.NotTaken refused) {
      return ", but mail for it is refused: " + ReplyText.quoted(refused.reply());
    }
    return "";
  }

  /** Returns the time as text, such as {@code 23 ms}, {@code 0.8 s} or {@code 10 s}. */
  public static String seconds(Duration time) {
    long millis = time.toNanos() / NANOS_PER_MILLI;
    if (millis < MILLIS_SHOWN) {
      return millis + " ms";
    }
    double seconds = time.toNanos() / 1e9;
    return seconds < TENTHS_SHOWN && time.toNanosPart() != 0
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : Math.round(seconds) + " s";
  }
}
