package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.wire.SmtpReply;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults in what opens a mail transaction, and what ends it. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum TransactionFault implements WireFault {
  REFUSED_ETRN_ENDS_TRANSACTION(
      PLAIN,
      "drops the transaction when it refuses an ETRN inside it",
      () -> after("ETRN", 503, "RSET"),
      "ETRN-013",
      "PIPE-010",
      "SMTP-030"),
  ANSWERS_ETRN_IN_CONTENT(
      GRAVE,
      "answers an ETRN line in message content",
      () ->
          new SessionInterceptor() {
            @Override
            public void content(String octets, Wire wire) {
              if (octets.contains("\r\nETRN ")) {
                wire.send(SmtpReply.of(250, "2.5.0", "OK, queuing started"));
              }
            }
          },
      "ETRN-014",
      "SMTP-046"),
  REFUSED_MAIL_OPENS_TRANSACTION(
      PLAIN,
      "opens a transaction with a MAIL command that it refused",
      RefusedMailCounts::new,
      "ETRN-015"),
  RSET_ENDS_NOTHING(
      PLAIN,
      "answers RSET, and keeps the transaction",
      () ->
          new SessionInterceptor() {
            @Override
            public void line(String line, Wire wire) {
              if (ReplyFault.verb(line).equals("RSET")) {
                wire.send(SmtpReply.of(250, "2.0.0", "OK"));
              } else {
                wire.pass(line);
              }
            }
          },
      "SMTP-009"),
  EHLO_ENDS_NOTHING(
      PLAIN,
      "answers a later EHLO, and keeps the transaction",
      LaterEhloDoesNothing::new,
      "SMTP-007");

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  TransactionFault(
      Harm harm, String sentence, Supplier<SessionInterceptor> interceptor, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, interceptor, breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  /** Returns the interceptor that passes one more line to the session after such a reply. */
  private static SessionInterceptor after(String verb, int code, String line) {
    return new SessionInterceptor() {
      @Override
      public void reply(String command, SmtpReply reply, Wire wire) {
        wire.send(reply);
        if (ReplyFault.verb(command).equals(verb) && reply.code() == code) {
          wire.passSilently(line + "\r\n");
        }
      }
    };
  }

  private static final class RefusedMailCounts implements SessionInterceptor {
    private boolean isOpen;

    @Override
    public void line(String line, Wire wire) {
      if (isOpen && ReplyFault.verb(line).equals("ETRN")) {
        wire.send(SmtpReply.of(503, "5.5.1", "ETRN is not allowed inside a mail transaction"));
      } else {
        wire.pass(line);
      }
    }

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      String verb = ReplyFault.verb(line);
      isOpen = verb.equals("MAIL") ? reply.code() / 100 == 5 : isOpen && !verb.equals("RSET");
      wire.send(reply);
    }
  }

  private static final class LaterEhloDoesNothing implements SessionInterceptor {
    private @Nullable SmtpReply first;

    @Override
    public void line(String line, Wire wire) {
      SmtpReply reply = first;
      if (reply != null && line.matches("(?i)EHLO +\\S.*\r\n")) {
        wire.send(reply);
      } else {
        wire.pass(line);
      }
    }

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      if (first == null && ReplyFault.verb(line).equals("EHLO") && reply.code() == 250) {
        first = reply;
      }
      wire.send(reply);
    }

    @Override
    public void encrypted(Wire wire) {
      first = null;
    }
  }
}
