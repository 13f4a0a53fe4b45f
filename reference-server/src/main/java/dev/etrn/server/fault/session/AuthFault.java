package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.wire.SmtpReply;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** The faults in the effect of AUTH on a session. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum AuthFault implements WireFault {
  REFUSES_THE_USER(
      GRAVE,
      "refuses the user that it knows",
      () ->
          new SessionInterceptor() {
            @Override
            public void line(String line, Wire wire) {
              if (ReplyFault.verb(line).equals("AUTH")) {
                wire.send(SmtpReply.of(535, "5.7.8", "these credentials are not valid"));
              } else {
                wire.pass(line);
              }
            }
          },
      "DECL-008"),
  TAKES_AUTH_AGAIN(
      PLAIN,
      "accepts AUTH again after it has succeeded",
      () -> acceptingAuth((verb, code) -> verb.equals("AUTH") && code == 235),
      "AUTH-002"),
  TAKES_AUTH_IN_TRANSACTION(
      PLAIN,
      "takes AUTH inside a transaction",
      () -> acceptingAuth((verb, code) -> verb.equals("MAIL") && code == 250),
      "AUTH-002"),
  HEARS_ETRN_IN_AUTH(
      PLAIN,
      "takes an ETRN line inside an AUTH exchange as a command",
      () ->
          new SessionInterceptor() {
            private boolean isChallenged;

            @Override
            public void line(String line, Wire wire) {
              if (isChallenged && ReplyFault.verb(line).equals("ETRN")) {
                wire.send(SmtpReply.of(250, "2.5.0", "OK, queuing started"));
              } else {
                wire.pass(line);
              }
            }

            @Override
            public void reply(String line, SmtpReply reply, Wire wire) {
              isChallenged = reply.code() == 334;
              wire.send(reply);
            }
          },
      "AUTH-005");

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  AuthFault(
      Harm harm, String sentence, Supplier<SessionInterceptor> interceptor, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, interceptor, breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  /** Returns the interceptor that accepts any AUTH right after a command with such a reply. */
  private static SessionInterceptor acceptingAuth(BiPredicate<String, Integer> trigger) {
    return new SessionInterceptor() {
      private boolean isAccepting;

      @Override
      public void line(String line, Wire wire) {
        if (isAccepting && ReplyFault.verb(line).equals("AUTH")) {
          wire.send(SmtpReply.of(235, "2.7.0", "OK"));
        } else {
          wire.pass(line);
        }
      }

      @Override
      public void reply(String line, SmtpReply reply, Wire wire) {
        isAccepting = trigger.test(ReplyFault.verb(line), reply.code());
        wire.send(reply);
      }
    };
  }
}
