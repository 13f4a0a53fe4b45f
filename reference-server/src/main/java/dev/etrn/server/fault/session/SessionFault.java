package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.NONE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.fault.SmtpReplyText;
import dev.etrn.server.wire.SmtpReply;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The faults in the state that a session keeps from one line to the next. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum SessionFault implements WireFault {
  HANGS_UP_ON_ERRORS(
      PLAIN, "closes without 421 after ten errors", HangsUp::new, "SMTP-028", "SEC-032"),
  QUIT_IS_NOT_HEARD_AFTER_ETRN(
      GRAVE,
      "does not answer QUIT after an ETRN",
      () -> ignoring("QUIT", 1),
      "ETRN-059",
      "PIPE-002",
      "ETRN-058",
      "SMTP-043",
      "SMTP-046"),
  ANSWERS_ONE_ETRN_ONLY(
      GRAVE,
      "answers only the first ETRN of a session",
      () -> ignoring("ETRN", 1),
      "ETRN-056",
      "ETRN-057",
      "ETRN-058",
      "PIPE-003",
      "PMDF-012",
      "SMTP-046"),
  TRUSTS_EHLO_NAME(
      GRAVE,
      "lets a client release the node whose name it gives with EHLO",
      TrustsEhlo::new,
      "ETRN-062",
      "SEC-027",
      "AUTH-003",
      "DECL-002"),
  SENDS_MAIL_ON_THE_SAME_CONNECTION(
      GRAVE,
      "begins to send mail over the connection that carried ETRN",
      () ->
          new SessionInterceptor() {
            @Override
            public void reply(String line, SmtpReply reply, Wire wire) {
              wire.send(reply);
              if (ReplyFault.verb(line).equals("ETRN") && reply.code() / 100 == 2) {
                wire.send(SmtpReplyText.verbatim(0, "EHLO hub.example\r\n"));
              }
            }
          },
      "ETRN-022",
      "ETRN-058",
      "SMTP-022",
      "PIPE-002",
      "PIPE-003",
      "PIPE-007",
      "PIPE-011",
      "SMTP-046"),
  BAD_EHLO_ENDS_GREETING(
      PLAIN,
      "treats a session whose EHLO it refused as one without EHLO",
      BadEhloCounts::new,
      "SMTP-008"),
  WANTS_EHLO_FIRST(
      NONE,
      "refuses ETRN before EHLO",
      () ->
          new SessionInterceptor() {
            private boolean isGreeted;

            @Override
            public void line(String line, Wire wire) {
              String verb = ReplyFault.verb(line);
              isGreeted |= verb.equals("EHLO") || verb.equals("HELO");
              if (!isGreeted && verb.equals("ETRN")) {
                wire.send(SmtpReply.of(503, "5.5.1", "EHLO first"));
              } else {
                wire.pass(line);
              }
            }
          },
      "SMTP-001"),
  HAS_NO_TIME_FOR_OTHERS(
      PLAIN,
      "answers 451 to clients that begin with NOOP after EHLO",
      () ->
          new SessionInterceptor() {
            private int commands;

            @Override
            public void line(String line, Wire wire) {
              commands++;
              if (commands == 2 && ReplyFault.verb(line).equals("NOOP")) {
                wire.send(SmtpReply.of(451, "4.3.2", "no time now"));
              } else {
                wire.pass(line);
              }
            }
          },
      "ETRN-060",
      "SEC-009",
      "SEC-010",
      "SEC-022",
      "SEC-025",
      "SEC-030",
      "SEC-031",
      "SEC-019",
      "SMTP-042"),
  IS_SLOWER_FOR_UNKNOWN_NODES(
      PLAIN, "takes longer to refuse nodes that it does not know", SlowForUnknown::new, "SEC-003");

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  SessionFault(
      Harm harm, String sentence, Supplier<SessionInterceptor> interceptor, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, interceptor, breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  /** Returns the interceptor that ignores the verb after {@code etrns} ETRNs. */
  private static SessionInterceptor ignoring(String verb, int etrns) {
    return new SessionInterceptor() {
      private int heard;

      @Override
      public void line(String line, Wire wire) {
        String current = ReplyFault.verb(line);
        if (heard >= etrns && current.equals(verb)) {
          return;
        }
        if (current.equals("ETRN")) {
          heard++;
        }
        wire.pass(line);
      }
    };
  }

  private static final class HangsUp implements SessionInterceptor {
    private static final int MOST = 10;
    private int errors;

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      wire.send(reply);
      if (reply.code() / 100 == 5 && ++errors == MOST) {
        wire.hangUp();
      }
    }
  }

  private static final class TrustsEhlo implements SessionInterceptor {
    private String name = "";

    @Override
    public void line(String line, Wire wire) {
      String verb = ReplyFault.verb(line);
      String argument = line.strip().substring(Math.min(verb.length(), line.strip().length()));
      if (verb.equals("EHLO")) {
        name = argument.strip();
      }
      if (verb.equals("ETRN") && !name.isEmpty() && argument.strip().equalsIgnoreCase(name)) {
        wire.send(SmtpReply.of(250, "2.5.0", "OK, queuing for node " + name + " started"));
      } else {
        wire.pass(line);
      }
    }
  }

  private static final class BadEhloCounts implements SessionInterceptor {
    private boolean isLost;

    @Override
    public void line(String line, Wire wire) {
      if (isLost && ReplyFault.verb(line).equals("ETRN")) {
        wire.send(SmtpReply.of(503, "5.5.1", "EHLO first"));
      } else {
        wire.pass(line);
      }
    }

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      if (ReplyFault.verb(line).equals("EHLO")) {
        isLost = reply.code() / 100 == 5;
      }
      wire.send(reply);
    }
  }

  /**
   * The delay of the first few ETRNs of a session, so that a flood does not delay other sessions.
   */
  private static final class SlowForUnknown implements SessionInterceptor {
    private static final int FEW = 8;
    private static final Duration LONGER = Duration.ofMillis(20);
    private int answered;

    @Override
    public void line(String line, Wire wire) {
      if (line.startsWith("ETRN unknown.example") && ++answered <= FEW) {
        LockSupport.parkNanos(LONGER.toNanos());
      }
      wire.pass(line);
    }
  }
}
