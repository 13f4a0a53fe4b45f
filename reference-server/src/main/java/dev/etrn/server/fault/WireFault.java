package dev.etrn.server.fault;

import java.util.function.Supplier;

/** A fault between a session and its connection. */
sealed interface WireFault extends Fault
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
  Described<Supplier<Meddling>> described();

  /** What it does to one session. */
  default Meddling meddling() {
    return described().behaviour().get();
  }
}
