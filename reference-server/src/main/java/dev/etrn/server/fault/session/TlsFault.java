package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.wire.SmtpReply;
import java.util.function.Supplier;

/** The faults in the effect of STARTTLS on a session. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum TlsFault implements WireFault {
  RUNS_CLEARTEXT_BEHIND_STARTTLS(
      GRAVE,
      "runs, inside TLS, commands that arrived in the clear after STARTTLS",
      RunsInjected::new,
      "TLS-004",
      "TLS-005",
      "SEC-014",
      "SEC-015"),
  KEEPS_TRANSACTION_OVER_TLS(
      PLAIN,
      "keeps the transaction that was open before TLS",
      KeepsOverTls::new,
      "TLS-003",
      "TLS-012"),
  TAKES_PARAMETER_OF_STARTTLS(
      PLAIN,
      "accepts STARTTLS with a parameter",
      () ->
          new SessionInterceptor() {
            @Override
            public void line(String line, Wire wire) {
              wire.pass(ReplyFault.verb(line).equals("STARTTLS") ? "STARTTLS\r\n" : line);
            }
          },
      "TLS-008"),
  LISTS_STARTTLS_AGAIN(PLAIN, "lists STARTTLS inside TLS", ListsStartTls::new, "TLS-007"),
  REFUSES_ETRN_IN_TLS(
      GRAVE,
      "answers 503 to ETRN inside TLS",
      RefusesInTls::new,
      "TLS-003",
      "TLS-010",
      "PMDF-042",
      "DECL-001",
      "DECL-007"),
  GOES_ON_IN_THE_CLEAR(
      GRAVE,
      "answers 220 to STARTTLS, and continues in the clear",
      () ->
          new SessionInterceptor() {
            @Override
            public void line(String line, Wire wire) {
              if (line.equals("STARTTLS\r\n")) {
                wire.send(SmtpReply.of(220, "2.0.0", "ready"));
              } else {
                wire.pass(line);
              }
            }
          },
      "TLS-011",
      "DECL-007");

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  TlsFault(Harm harm, String sentence, Supplier<SessionInterceptor> interceptor, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, interceptor, breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  private static final class RunsInjected implements SessionInterceptor {
    private String injected = "";

    @Override
    public void afterStartTls(String octets) {
      injected = octets;
    }

    @Override
    public void encrypted(Wire wire) {
      for (String line : injected.split("(?<=\r\n)")) {
        if (!line.isEmpty()) {
          wire.pass(line);
        }
      }
      injected = "";
    }
  }

  private static final class KeepsOverTls implements SessionInterceptor {
    private String mail = "";
    private boolean isEncrypted;

    @Override
    public void line(String line, Wire wire) {
      String verb = ReplyFault.verb(line);
      if (verb.equals("MAIL")) {
        mail = line;
      } else if (verb.equals("STARTTLS") && !mail.isEmpty()) {
        wire.passSilently("RSET\r\n");
      }
      wire.pass(line);
    }

    @Override
    public void encrypted(Wire wire) {
      isEncrypted = true;
    }

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      wire.send(reply);
      if (isEncrypted && !mail.isEmpty() && ReplyFault.verb(line).equals("EHLO")) {
        wire.passSilently(mail);
      }
    }
  }

  private static final class ListsStartTls implements SessionInterceptor {
    private boolean isEncrypted;

    @Override
    public void encrypted(Wire wire) {
      isEncrypted = true;
    }

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      boolean isEhlo = ReplyFault.verb(line).equals("EHLO") && reply.code() == 250;
      wire.send(
          isEncrypted && isEhlo
              ? ReplyFault.relined(reply, lines -> ReplyFault.with("STARTTLS", lines))
              : reply);
    }
  }

  private static final class RefusesInTls implements SessionInterceptor {
    private boolean isEncrypted;

    @Override
    public void encrypted(Wire wire) {
      isEncrypted = true;
    }

    @Override
    public void line(String line, Wire wire) {
      if (isEncrypted && ReplyFault.verb(line).equals("ETRN")) {
        wire.send(SmtpReply.of(503, "5.5.1", "not now"));
      } else {
        wire.pass(line);
      }
    }
  }
}
