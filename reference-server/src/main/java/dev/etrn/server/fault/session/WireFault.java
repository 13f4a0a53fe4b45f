package dev.etrn.server.fault.session;

import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.FaultDescription;
import java.util.function.Supplier;

/** A fault between a session and its connection. */
public sealed interface WireFault extends Fault
    permits AuthFault,
        ConversationFault,
        CountFault,
        GroupFault,
        LineFault,
        OctetFault,
        ReplyFault,
        SessionFault,
        TlsFault,
        TransactionFault {

  @Override
  FaultDescription<Supplier<SessionInterceptor>> described();

  /** Returns the interceptor of one session. */
  default SessionInterceptor interceptor() {
    return described().behaviour().get();
  }
}
