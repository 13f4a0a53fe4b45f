package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.NONE;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.fault.SmtpReplyText;
import dev.etrn.server.wire.SmtpReply;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The faults in the octets of a reply, and forms that are unusual but correct. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum OctetFault implements WireFault {
  ENDS_REPLIES_IN_A_BARE_LF(
      GRAVE,
      "ends its replies in a bare LF",
      (line, reply) -> true,
      octets -> octets.replace("\r\n", "\n"),
      "SMTP-022",
      "SMTP-044"),
  HAS_A_BARE_CR_IN_REPLIES(
      GRAVE,
      "has a bare CR in its replies to ETRN",
      (line, reply) -> isEtrn(line),
      octets -> octets.replaceFirst("^(.{9})", "$1\r"),
      "SMTP-026",
      "ESC-001"),
  GREETS_IN_UTF_8(
      GRAVE,
      "greets in UTF-8",
      (line, reply) -> line.isEmpty() && reply.code() == 220,
      octets -> octets.replace("\r\n", " gr\u00C3\u00BC\u00C3\u009Ft\r\n"),
      "SMTP-026"),
  ANSWERS_IN_UTF_8(
      GRAVE,
      "answers ETRN in UTF-8",
      (line, reply) -> isEtrn(line),
      octets -> octets.replace("\r\n", ", gr\u00C3\u00BC\u00C3\u009Fe\r\n"),
      "SMTP-026"),
  MIXES_CODES_WHEN_MAIL_WAITS(
      GRAVE,
      "gives the lines of a reply different codes when mail waits",
      (line, reply) -> isEtrn(line) && reply.code() == 253,
      octets -> octets.replaceFirst("^253 ", "253-2.5.0 OK\r\n250 "),
      "SMTP-023"),
  HAS_WRONG_ENHANCED_CLASS_WHEN_MAIL_WAITS(
      GRAVE,
      "gives a success an enhanced code of failure when mail waits",
      (line, reply) -> isEtrn(line) && reply.code() == 253,
      octets -> octets.replaceFirst("^253 2.5.0", "253 4.0.0"),
      "ESC-002"),
  ANSWERS_IN_SEVERAL_LINES(
      NONE,
      "answers ETRN in several lines",
      (line, reply) -> isEtrn(line),
      octets -> octets.replaceFirst("^(\\d{3}) (\\d\\.\\d\\.\\d) ", "$1-$2 as you wish\r\n$1 $2 "),
      "SMTP-024");

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  /**
   * @param affected the replies that are changed, by the line that they answer, which is empty for
   *     the greeting
   * @param change the change of their octets, each character one
   */
  OctetFault(
      Harm harm,
      String sentence,
      BiPredicate<String, SmtpReply> affected,
      UnaryOperator<String> change,
      String... breaks) {
    this.described =
        FaultDescription.of(
            harm,
            sentence,
            () ->
                ReplyFault.replying(
                    (line, reply) ->
                        affected.test(line, reply)
                            ? List.of(
                                SmtpReplyText.verbatim(
                                    reply.code(), change.apply(reply.toString())))
                            : List.of(reply)),
            breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  private static boolean isEtrn(String line) {
    return ReplyFault.verb(line).equals("ETRN");
  }
}
