package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.fault.session.SessionInterceptor.Framing;
import dev.etrn.server.wire.SmtpReply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The faults in how octets become lines, and lines become commands. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum LineFault implements WireFault {
  BARE_LF_ENDS_LINES(
      PLAIN, "takes a bare LF as the end of a line", () -> endingWith("\n"), "SMTP-013", "SEC-016"),
  BARE_CR_ENDS_LINES(
      PLAIN, "takes a bare CR as the end of a line", () -> endingWith("\r"), "SMTP-014", "SEC-016"),
  ANSWERS_UNFINISHED_LINES(
      PLAIN,
      "answers an ETRN line that has not ended",
      AnswersEarly::new,
      "SMTP-015",
      "PIPE-005",
      "SMTP-046"),
  REFUSES_LINES_OVER_256(
      PLAIN,
      "refuses lines of more than 256 octets as too long",
      () ->
          lines(
              (line, wire) -> {
                if (line.length() > 256) {
                  wire.send(SmtpReply.of(500, "5.5.2", "line is too long"));
                } else {
                  wire.pass(line);
                }
              }),
      "SMTP-016",
      "ETRN-042",
      "SMTP-039"),
  SPLITS_LONG_LINES(
      GRAVE,
      "takes the octets beyond 512 as another line",
      () ->
          lines(
              (line, wire) -> {
                if (line.length() > 512) {
                  wire.pass(line.substring(0, 510) + "\r\n");
                  wire.pass(line.substring(510));
                } else {
                  wire.pass(line);
                }
              }),
      "SMTP-017",
      "SEC-018",
      "SMTP-046"),
  ACCEPTS_LONG_LINES(
      PLAIN,
      "accepts ETRN lines that are too long",
      () ->
          lines(
              (line, wire) -> {
                if (line.length() > 512) {
                  wire.send(SmtpReply.of(250, "2.5.0", "OK, queuing started"));
                } else {
                  wire.pass(line);
                }
              }),
      "SMTP-017"),
  MATCHES_VERBS_BY_PREFIX(
      PLAIN,
      "takes every verb that begins with ETR as ETRN",
      () ->
          lines(
              (line, wire) ->
                  wire.pass(line.replaceFirst("^ETR(?:N[^ \r]+| )", "ETRN ").replace("  ", " "))),
      "SMTP-031",
      "SMTP-011"),
  KNOWS_UPPER_CASE_VERBS_ONLY(
      GRAVE,
      "knows the verb ETRN in upper case only",
      () ->
          lines(
              (line, wire) -> {
                boolean isLower =
                    line.regionMatches(true, 0, "ETRN", 0, 4) && !line.startsWith("ETRN");
                wire.pass(isLower ? "XXXX" + line.substring(4) : line);
              }),
      "ETRN-044",
      "DECL-001"),
  REFUSES_TRAILING_BLANKS(
      PLAIN,
      "refuses blanks before the line end",
      () ->
          lines(
              (line, wire) -> {
                if (line.matches("ETRN \\S+[ \t]+\r\n")) {
                  wire.send(SmtpReply.of(501, "5.5.4", "no blanks here"));
                } else {
                  wire.pass(line);
                }
              }),
      "SMTP-010"),
  REFUSES_TWO_BLANKS(
      PLAIN,
      "refuses two blanks after the verb",
      () ->
          lines(
              (line, wire) -> {
                if (line.startsWith("ETRN  ") && line.length() > 10) {
                  wire.send(SmtpReply.of(501, "5.5.4", "one blank only"));
                } else {
                  wire.pass(line);
                }
              }),
      "SMTP-011"),
  TAKES_LEADING_BLANKS(
      PLAIN,
      "ignores blanks before the verb",
      () -> lines((line, wire) -> wire.pass(line.replaceFirst("^ +", ""))),
      "SMTP-012"),
  TAKES_SEGMENTS_FOR_LINES(
      GRAVE,
      "discards an incomplete line at the end of a segment",
      () ->
          new SessionInterceptor() {
            @Override
            public Framing framing(CharSequence line, boolean isLastOfSegment) {
              Framing framing = SessionInterceptor.super.framing(line, isLastOfSegment);
              return framing == Framing.GOES_ON && isLastOfSegment ? Framing.IS_DROPPED : framing;
            }

            @Override
            public void line(String line, Wire wire) {
              if (!line.equals("\r\n") && !line.equals("\n")) {
                wire.pass(line);
              }
            }
          },
      "PIPE-005",
      "SMTP-013",
      "SMTP-014",
      "SMTP-015",
      "ETRN-058",
      "SEC-018",
      "SMTP-017",
      "SMTP-046"),
  ENDS_CONTENT_AT_A_BARE_DOT(
      GRAVE,
      "takes a dot between bare line ends as the end of content",
      EndsContentEarly::new,
      "SEC-017",
      "ETRN-014"),
  FORGETS_WHAT_FOLLOWS_ETRN(
      GRAVE,
      "discards the octets after ETRN in the same segment",
      ForgetsBehindEtrn::new,
      "PIPE-002",
      "PIPE-003",
      "PIPE-004",
      "PIPE-007",
      "SMTP-046",
      "ETRN-058");

  @FunctionalInterface
  private interface OnLine {
    void take(String line, SessionInterceptor.Wire wire);
  }

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  LineFault(
      Harm harm, String sentence, Supplier<SessionInterceptor> interceptor, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, interceptor, breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  private static SessionInterceptor lines(OnLine onLine) {
    return new SessionInterceptor() {
      @Override
      public void line(String line, Wire wire) {
        onLine.take(line, wire);
      }
    };
  }

  /** Returns the interceptor whose lines end in one octet; the rest of a CRLF is not a line. */
  private static SessionInterceptor endingWith(String end) {
    return new SessionInterceptor() {
      @Override
      public Framing framing(CharSequence line, boolean isLastOfSegment) {
        return SessionInterceptor.ends(line, end) ? Framing.ENDS : Framing.GOES_ON;
      }

      @Override
      public void line(String line, Wire wire) {
        String bare = line.replaceAll("^\n|[\r\n]+$", "");
        if (!bare.isEmpty()) {
          wire.pass(bare + "\r\n");
        }
      }
    };
  }

  private static final class AnswersEarly implements SessionInterceptor {
    private static final Pattern ENOUGH = Pattern.compile("ETRN [a-z]+\\.[a-z]+");
    private boolean wasEarly;

    @Override
    public Framing framing(CharSequence line, boolean isLastOfSegment) {
      boolean isEnough = isLastOfSegment && ENOUGH.matcher(line).matches();
      wasEarly |= isEnough;
      return isEnough ? Framing.ENDS : SessionInterceptor.super.framing(line, isLastOfSegment);
    }

    @Override
    public void line(String line, Wire wire) {
      if (!line.endsWith("\r\n")) {
        wire.pass(line + "\r\n");
      } else if (wasEarly) {
        // The rest of the line.
        wasEarly = false;
      } else {
        wire.pass(line);
      }
    }
  }

  private static final class EndsContentEarly implements SessionInterceptor {
    private static final Pattern BARE =
        Pattern.compile("(?<!\\r)\\n\\.\\r?\\n|\\r\\n\\.\\n|\\r\\.\\r");

    @Override
    public Optional<Span> endOfContent(String octets) {
      Matcher bare = BARE.matcher(octets);
      return bare.find() ? Optional.of(new Span(bare.start(), bare.end())) : Optional.empty();
    }
  }

  private static final class ForgetsBehindEtrn implements SessionInterceptor {
    private boolean forgetting;

    @Override
    public Framing framing(CharSequence line, boolean isLastOfSegment) {
      if (forgetting) {
        forgetting = !isLastOfSegment;
        return Framing.IS_DROPPED;
      }
      Framing framing = SessionInterceptor.super.framing(line, isLastOfSegment);
      forgetting =
          framing == Framing.ENDS
              && !isLastOfSegment
              && ReplyFault.verb(line.toString()).startsWith("ETRN");
      return framing;
    }
  }

  static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
