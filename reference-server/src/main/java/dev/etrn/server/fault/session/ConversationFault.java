package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.NONE;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.wire.SmtpReply;
import java.time.Duration;
import java.util.function.Supplier;

/** The faults in how a session begins and ends, and in the commands other than ETRN. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum ConversationFault implements WireFault {
  CLOSES_AFTER_ETRN(
      GRAVE,
      "closes without 421 after it has answered an ETRN",
      () -> closingAfter("ETRN"),
      "SMTP-028",
      "ETRN-010",
      "ETRN-056",
      "ETRN-058",
      "SMTP-046"),
  CLOSES_ON_THE_LONGEST_LINE(
      GRAVE,
      "closes without 421 when a line has 512 octets",
      () ->
          new SessionInterceptor() {
            @Override
            public void line(String line, Wire wire) {
              if (line.length() == LONGEST) {
                wire.hangUp();
              } else {
                wire.pass(line);
              }
            }
          },
      "SMTP-028",
      "SMTP-016",
      "SMTP-046"),
  STAYS_AFTER_QUIT(
      GRAVE,
      "answers QUIT, and keeps the connection open",
      () ->
          new SessionInterceptor() {
            @Override
            public boolean closes(String line) {
              return !ReplyFault.verb(line).equals("QUIT");
            }
          },
      "ETRN-059",
      "SMTP-028",
      "SMTP-043"),
  CLOSES_WITHOUT_A_FAREWELL(
      GRAVE,
      "closes at QUIT without an answer",
      () ->
          new SessionInterceptor() {
            @Override
            public void line(String line, Wire wire) {
              if (ReplyFault.verb(line).equals("QUIT")) {
                wire.hangUp();
              } else {
                wire.pass(line);
              }
            }
          },
      "ETRN-059",
      "ETRN-058",
      "SMTP-028",
      "SMTP-043",
      "SMTP-046",
      "PIPE-002"),
  KNOWS_NO_NOOP_AFTER_ETRN(
      GRAVE,
      "answers 500 to NOOP after an ETRN",
      () ->
          new SessionInterceptor() {
            private boolean isAsked;

            @Override
            public void line(String line, Wire wire) {
              isAsked |= ReplyFault.verb(line).equals("ETRN");
              if (isAsked && ReplyFault.verb(line).equals("NOOP")) {
                wire.send(SmtpReply.of(500, "5.5.2", "command not recognised"));
              } else {
                wire.pass(line);
              }
            }
          },
      "SMTP-022",
      "ETRN-022",
      "SMTP-042"),
  REFUSES_RSET(
      GRAVE,
      "answers 451 to RSET",
      () ->
          new SessionInterceptor() {
            @Override
            public void line(String line, Wire wire) {
              if (ReplyFault.verb(line).equals("RSET")) {
                wire.send(SmtpReply.of(451, "4.3.0", "not now"));
              } else {
                wire.pass(line);
              }
            }
          },
      "SMTP-009"),
  SPEAKS_UNASKED(
      GRAVE,
      "sends an unsolicited reply a moment after it has answered an ETRN",
      () ->
          new SessionInterceptor() {
            @Override
            public void reply(String line, SmtpReply reply, Wire wire) {
              wire.send(reply);
              if (ReplyFault.verb(line).equals("ETRN")) {
                SmtpReply more = SmtpReply.of(250, "2.0.0", "the queue has run");
                wire.later(A_MOMENT, () -> wire.send(more));
              }
            }
          },
      "ETRN-022",
      "ETRN-058",
      "SMTP-046"),
  GREETS_SLOWLY(
      NONE,
      "is slow to send its greeting",
      () ->
          new SessionInterceptor() {
            @Override
            public void begin(Wire wire) {
              wire.later(SLOW, wire::greet);
            }
          });

  private static final int LONGEST = 512;
  private static final Duration A_MOMENT = Duration.ofMillis(50);
  private static final Duration SLOW = Duration.ofMillis(300);

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  ConversationFault(
      Harm harm, String sentence, Supplier<SessionInterceptor> interceptor, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, interceptor, breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  /** Returns the interceptor that closes after each reply to this verb. */
  private static SessionInterceptor closingAfter(String verb) {
    return new SessionInterceptor() {
      @Override
      public void reply(String line, SmtpReply reply, Wire wire) {
        wire.send(reply);
        if (ReplyFault.verb(line).equals(verb)) {
          wire.hangUp();
        }
      }
    };
  }
}
