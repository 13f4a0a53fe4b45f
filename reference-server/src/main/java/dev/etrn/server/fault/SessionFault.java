package dev.etrn.server.fault;

import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.etrn.Tally;
import dev.etrn.server.wire.Reply;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Faults in what a session remembers from one line to the next. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum SessionFault implements WireFault {
  REFUSED_ETRN_ENDS_TRANSACTION(
      "drops the transaction when it refuses an ETRN inside it",
      () -> after("ETRN", 503, "RSET"),
      "ETRN-013",
      "PIPE-010"),
  ANSWERS_ETRN_IN_CONTENT(
      "answers a line of message content that reads ETRN",
      () ->
          new Meddling() {
            @Override
            public void content(String octets, Wire wire) {
              if (octets.contains("\r\nETRN ")) {
                wire.send(Reply.of(250, "2.5.0", "OK, queuing started"));
              }
            }
          },
      "ETRN-014"),
  REFUSED_MAIL_OPENS_TRANSACTION(
      "takes a MAIL command that it refused for a transaction", RefusedMailCounts::new, "ETRN-015"),
  RSET_ENDS_NOTHING(
      "answers RSET, and keeps the transaction",
      () ->
          new Meddling() {
            @Override
            public void line(String line, Wire wire) {
              if (ReplyFault.verb(line).equals("RSET")) {
                wire.send(Reply.of(250, "2.0.0", "OK"));
              } else {
                wire.pass(line);
              }
            }
          },
      "SMTP-009"),
  EHLO_ENDS_NOTHING(
      "answers a later EHLO, and keeps the transaction", LaterEhloDoesNothing::new, "SMTP-007"),
  HANGS_UP_ON_ERRORS("closes without a word after ten errors", HangsUp::new, "SMTP-028", "SEC-032"),
  QUIT_IS_NOT_HEARD_AFTER_ETRN(
      "does not answer QUIT once it was asked to run a queue",
      () -> deaf("QUIT", 1),
      "ETRN-059",
      "PIPE-002",
      "ETRN-058"),
  ANSWERS_ONE_ETRN_ONLY(
      "answers the first ETRN of a session only",
      () -> deaf("ETRN", 1),
      "ETRN-056",
      "ETRN-057",
      "ETRN-058",
      "PIPE-003",
      "PMDF-012"),
  TRUSTS_EHLO_NAME(
      "lets a client release the node whose name it gives with EHLO",
      TrustsEhlo::new,
      "ETRN-062",
      "SEC-027",
      "AUTH-003"),
  RSET_GIVES_NEW_ETRNS(
      "begins to count ETRNs anew with RSET and EHLO",
      CountsAnew::new,
      "PMDF-042",
      "PMDF-012",
      "SEC-040"),
  SENDS_MAIL_ON_THE_SAME_CONNECTION(
      "begins to send mail over the connection that carried ETRN",
      () ->
          new Meddling() {
            @Override
            public void reply(String line, Reply reply, Wire wire) {
              wire.send(reply);
              if (ReplyFault.verb(line).equals("ETRN") && reply.code() / 100 == 2) {
                wire.send(Texts.verbatim(0, "EHLO hub.example\r\n"));
              }
            }
          },
      "ETRN-022",
      "ETRN-058",
      "SMTP-022"),
  RUNS_CLEARTEXT_BEHIND_STARTTLS(
      "runs, inside TLS, what came in the clear behind STARTTLS",
      RunsInjected::new,
      "TLS-004",
      "TLS-005",
      "SEC-014",
      "SEC-015"),
  KEEPS_TRANSACTION_OVER_TLS(
      "keeps the transaction that was open before TLS", KeepsOverTls::new, "TLS-003");

  private final Described described;
  private final Supplier<Meddling> meddling;

  SessionFault(String sentence, Supplier<Meddling> meddling, String... breaks) {
    this.described = Described.of(sentence, breaks);
    this.meddling = meddling;
  }

  @Override
  public Meddling meddling() {
    return meddling.get();
  }

  @Override
  public Described described() {
    return described;
  }

  /** Behind a reply with this code to this verb, the session gets one more line. */
  private static Meddling after(String verb, int code, String line) {
    return new Meddling() {
      @Override
      public void reply(String answered, Reply reply, Wire wire) {
        wire.send(reply);
        if (ReplyFault.verb(answered).equals(verb) && reply.code() == code) {
          wire.passSilently(line + "\r\n");
        }
      }
    };
  }

  /** Once {@code etrns} ETRNs were heard, the verb is heard no more. */
  private static Meddling deaf(String verb, int etrns) {
    return new Meddling() {
      private int heard;

      @Override
      public void line(String line, Wire wire) {
        String given = ReplyFault.verb(line);
        if (heard >= etrns && given.equals(verb)) {
          return;
        }
        if (given.equals("ETRN")) {
          heard++;
        }
        wire.pass(line);
      }
    };
  }

  private static final class RefusedMailCounts implements Meddling {
    private boolean isOpen;

    @Override
    public void line(String line, Wire wire) {
      if (isOpen && ReplyFault.verb(line).equals("ETRN")) {
        wire.send(Reply.of(503, "5.5.1", "ETRN is not allowed inside a mail transaction"));
      } else {
        wire.pass(line);
      }
    }

    @Override
    public void reply(String line, Reply reply, Wire wire) {
      String verb = ReplyFault.verb(line);
      isOpen = verb.equals("MAIL") ? reply.code() / 100 == 5 : isOpen && !verb.equals("RSET");
      wire.send(reply);
    }
  }

  private static final class LaterEhloDoesNothing implements Meddling {
    private @Nullable Reply first;

    @Override
    public void line(String line, Wire wire) {
      Reply known = first;
      if (known != null && ReplyFault.verb(line).equals("EHLO")) {
        wire.send(known);
      } else {
        wire.pass(line);
      }
    }

    @Override
    public void reply(String line, Reply reply, Wire wire) {
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

  private static final class HangsUp implements Meddling {
    private static final int MOST = 10;
    private int errors;

    @Override
    public void reply(String line, Reply reply, Wire wire) {
      wire.send(reply);
      if (reply.code() / 100 == 5 && ++errors == MOST) {
        wire.hangUp();
      }
    }
  }

  private static final class TrustsEhlo implements Meddling {
    private String name = "";

    @Override
    public void line(String line, Wire wire) {
      String verb = ReplyFault.verb(line);
      String argument = line.strip().substring(Math.min(verb.length(), line.strip().length()));
      if (verb.equals("EHLO")) {
        name = argument.strip();
      }
      if (verb.equals("ETRN") && !name.isEmpty() && argument.strip().equalsIgnoreCase(name)) {
        wire.send(Reply.of(250, "2.5.0", "OK, queuing for node " + name + " started"));
      } else {
        wire.pass(line);
      }
    }
  }

  private static final class CountsAnew implements Meddling {
    private Tally tally = new Tally();

    @Override
    public void line(String line, Wire wire) {
      String verb = ReplyFault.verb(line);
      if (verb.equals("RSET") || verb.equals("EHLO")) {
        tally = new Tally();
      }
      wire.pass(line);
    }

    @Override
    public EtrnHandler handling(EtrnHandler correct) {
      return (argument, client, inTransaction, accepted) ->
          correct.decide(argument, client, inTransaction, tally);
    }
  }

  private static final class RunsInjected implements Meddling {
    private String injected = "";

    @Override
    public void behindStartTls(String octets) {
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

  private static final class KeepsOverTls implements Meddling {
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
    public void reply(String line, Reply reply, Wire wire) {
      wire.send(reply);
      if (isEncrypted && !mail.isEmpty() && ReplyFault.verb(line).equals("EHLO")) {
        wire.passSilently(mail);
      }
    }
  }
}
