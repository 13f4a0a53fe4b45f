package dev.etrn.server.fault.session;

import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.smtp.SessionOutput;
import dev.etrn.server.smtp.SmtpSession;
import java.util.function.UnaryOperator;

/** The factory of correct sessions, each of which a fault wraps. */
@FunctionalInterface
public interface SessionFactory {

  /**
   * Returns a session.
   *
   * @param handlers the change of the handler of ETRN lines
   */
  SmtpSession make(SessionOutput output, UnaryOperator<EtrnHandler> handlers);
}
