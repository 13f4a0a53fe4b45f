package dev.etrn.server.fault.session;

import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.smtp.SessionOutput;
import dev.etrn.server.smtp.SmtpSession;
import java.util.function.UnaryOperator;

/** A factory of correct sessions, for a fault to stand before. */
@FunctionalInterface
public interface SessionFactory {

  /**
   * @param handling what to make of the handler of ETRN lines
   */
  SmtpSession make(SessionOutput output, UnaryOperator<EtrnHandler> handling);
}
