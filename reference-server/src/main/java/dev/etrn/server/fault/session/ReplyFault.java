package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.fault.SmtpReplyText;
import dev.etrn.server.wire.SmtpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The faults in how replies are sent, whatever was decided. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum ReplyFault implements WireFault {
  DOES_NOT_ANNOUNCE(
      PLAIN, "does not list ETRN", lines("EHLO", lines -> without(lines)), "ETRN-001", "TLS-009"),
  ANNOUNCES_WITH_PARAMETER(
      PLAIN,
      "lists ETRN with a parameter",
      lines("EHLO", lines -> renamed(lines, "ETRN ON")),
      "ETRN-002"),
  ANNOUNCES_TWICE(
      PLAIN, "lists ETRN twice", lines("EHLO", lines -> with("ETRN", lines)), "ETRN-003"),
  ANNOUNCES_AFTER_HELO(
      PLAIN,
      "lists extensions in its reply to HELO",
      lines("HELO", lines -> List.of(lines.get(0), "ETRN")),
      "SMTP-002"),
  ANNOUNCES_UNREGISTERED(
      PLAIN,
      "lists a keyword that is not registered",
      lines("EHLO", lines -> with("FROBNICATE", lines)),
      "SMTP-006"),
  ANNOUNCES_ATRN(
      PLAIN,
      "lists ATRN on the port of a plain server",
      lines("EHLO", lines -> with("ATRN", lines)),
      "ODMR-010",
      "SMTP-006"),
  DOES_NOT_REPLY(
      GRAVE,
      "does not answer ETRN that it accepts",
      etrn(reply -> List.of()),
      "ETRN-058",
      "PIPE-002",
      "PIPE-007",
      "PIPE-011",
      "SMTP-046"),
  REPLIES_TWICE(
      GRAVE,
      "answers ETRN twice",
      etrn(reply -> List.of(reply, reply)),
      "ETRN-058",
      "ETRN-022",
      "PIPE-002",
      "PIPE-003",
      "PIPE-007",
      "PIPE-011",
      "SMTP-046"),
  REPLIES_AFTER_QUIT(
      GRAVE,
      "sends another reply after its reply to QUIT",
      (line, reply) ->
          verb(line).equals("QUIT")
              ? List.of(reply, SmtpReply.of(250, "2.0.0", "and another thing"))
              : List.of(reply),
      "ETRN-058",
      "ETRN-059",
      "PIPE-002",
      "SMTP-043",
      "SMTP-046"),
  HAS_CODE_OUTSIDE_GRAMMAR(
      GRAVE,
      "answers success with a code whose second digit is 9",
      etrn(
          reply -> List.of(SmtpReplyText.verbatim(290, "290 " + SmtpReplyText.of(reply) + "\r\n"))),
      "SMTP-022",
      "ETRN-026",
      "ETRN-029",
      "ETRN-033",
      "ETRN-052",
      "SMTP-045"),
  MIXES_CODES(
      GRAVE,
      "gives the lines of a reply different codes",
      etrn(reply -> List.of(SmtpReplyText.verbatim(250, "251-two\r\n250 codes\r\n"))),
      "SMTP-023",
      "ETRN-034",
      "ESC-001",
      "PMDF-001",
      "ETRN-031"),
  WRITES_LONG_LINES(
      PLAIN,
      "answers with a line of 600 octets",
      etrn(reply -> List.of(SmtpReplyText.verbatim(250, "250 2.5.0 " + "x".repeat(588) + "\r\n"))),
      "SMTP-025",
      "ETRN-034",
      "PMDF-001",
      "ETRN-029",
      "ETRN-031"),
  ECHOES_RAW_OCTETS(
      GRAVE,
      "repeats the argument of a bad line, octet for octet",
      (line, reply) ->
          verb(line).equals("ETRN") && reply.code() / 100 == 5
              ? List.of(
                  SmtpReplyText.verbatim(
                      reply.code(), reply.code() + " 5.5.2 " + argument(line) + "\r\n"))
              : List.of(reply),
      "SMTP-026",
      "IDN-003",
      "SEC-020",
      "SEC-021",
      "SEC-022"),
  ECHOES_EHLO_NAME(
      GRAVE,
      "repeats the name that EHLO gave, octet for octet",
      (line, reply) ->
          verb(line).equals("EHLO") && argument(line).matches(".*[^ -~].*")
              ? List.of(
                  SmtpReplyText.verbatim(
                      reply.code(), reply.code() + " " + argument(line) + "\r\n"))
              : List.of(reply),
      "SMTP-026",
      "SEC-022"),
  HAS_NO_TEXT(
      PLAIN,
      "answers with a code alone",
      etrn(reply -> List.of(SmtpReplyText.verbatim(reply.code(), reply.code() + "\r\n"))),
      "SMTP-027",
      "ETRN-034",
      "ETRN-032",
      "ESC-001",
      "PMDF-001",
      "PIPE-006"),
  HAS_NO_ENHANCED_CODE(
      PLAIN,
      "announces enhanced codes and gives none",
      etrn(
          reply ->
              List.of(
                  SmtpReply.plain(
                      reply.code(), SmtpReplyText.of(reply).replaceFirst("^\\S+ ", "")))),
      "ESC-001"),
  HAS_WRONG_ENHANCED_CLASS(
      GRAVE,
      "gives a success an enhanced code of failure",
      etrn(
          reply ->
              List.of(
                  SmtpReply.plain(reply.code(), SmtpReplyText.of(reply).replaceFirst("^2", "5")))),
      "ESC-002"),
  HAS_ANOTHER_CODE_FOR_530(
      PLAIN,
      "asks for TLS with an enhanced code other than 5.7.0",
      (line, reply) ->
          List.of(reply.code() == 530 ? SmtpReply.of(530, "5.5.1", "TLS comes first") : reply),
      "TLS-002");

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  ReplyFault(
      Harm harm,
      String sentence,
      BiFunction<String, SmtpReply, List<SmtpReply>> change,
      String... breaks) {
    this.described = FaultDescription.of(harm, sentence, () -> replying(change), breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  /** Returns the interceptor that sends the changed replies instead of each reply. */
  static SessionInterceptor replying(BiFunction<String, SmtpReply, List<SmtpReply>> change) {
    return new SessionInterceptor() {
      @Override
      public void reply(String line, SmtpReply reply, Wire wire) {
        change.apply(line, reply).forEach(wire::send);
      }
    };
  }

  static String verb(String line) {
    return line.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
  }

  private static String argument(String line) {
    String stripped = line.endsWith("\r\n") ? line.substring(0, line.length() - 2) : line;
    return stripped.substring(Math.min(5, stripped.length()));
  }

  /** Returns a change of the replies to accepted ETRN lines. */
  private static BiFunction<String, SmtpReply, List<SmtpReply>> etrn(
      java.util.function.Function<SmtpReply, List<SmtpReply>> change) {
    return (line, reply) ->
        verb(line).equals("ETRN") && reply.code() / 100 == 2 ? change.apply(reply) : List.of(reply);
  }

  /** Returns a change of the lines of the reply to a verb, without their codes. */
  private static BiFunction<String, SmtpReply, List<SmtpReply>> lines(
      String verb, UnaryOperator<List<String>> change) {
    return (line, reply) -> {
      if (!verb(line).equals(verb) || reply.code() != 250) {
        return List.of(reply);
      }
      return List.of(relined(reply, change));
    };
  }

  /** Returns the reply with other lines; {@code change} gets them without their codes. */
  static SmtpReply relined(SmtpReply reply, UnaryOperator<List<String>> change) {
    List<String> lines = reply.toString().lines().map(line -> line.substring(4)).toList();
    return SmtpReply.lines(reply.code(), change.apply(lines));
  }

  /** Returns the lines of an EHLO reply with one more keyword. */
  static List<String> with(String keyword, List<String> lines) {
    var more = new ArrayList<>(lines);
    more.add(1, keyword);
    return more;
  }

  private static List<String> without(List<String> lines) {
    return lines.stream().filter(line -> !line.equals("ETRN")).toList();
  }

  private static List<String> renamed(List<String> lines, String keyword) {
    return lines.stream().map(line -> line.equals("ETRN") ? keyword : line).toList();
  }
}
