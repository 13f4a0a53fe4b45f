package dev.etrn.server.fault;

/** A fault between a session and its connection. */
sealed interface WireFault extends Fault
    permits AuthFault, GroupFault, LineFault, ReplyFault, SessionFault, TlsFault, TransactionFault {

  /** What it does to one session. */
  Meddling meddling();
}
