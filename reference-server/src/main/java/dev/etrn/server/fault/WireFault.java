package dev.etrn.server.fault;

/** A fault between a session and its connection. */
sealed interface WireFault extends Fault permits LineFault, ReplyFault, SessionFault {

  /** What it does to one session. */
  Meddling meddling();
}
