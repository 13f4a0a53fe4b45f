package dev.etrn.suites.independence;

/** A trait of some plain servers that the specifications permit. */
enum Trait {
  /** Starts everything for any request, always 250 (RFC 1985 section 6). */
  MINIMAL,
  /** Knows HELO only, and so offers no extension. */
  NO_EHLO,
  /** Answers input that did not wait for a reply with 554, and closes. */
  ENDS_PIPELINING,
  /** Refuses connections with 421 while it has its most sessions. */
  SENDS_AWAY,
  /** Answers 458 to a request while a run for the same node lasts (RFC 1985 section 5.1). */
  ONE_RUN_AT_A_TIME,
  /** Takes mail for the nodes that it holds mail for, and for no others. */
  RELAYS_NOTHING,
  /** Removes header fields that begin with X-. */
  STRIPS_PRIVATE_FIELDS,
  /** Answers its first EHLO with 450. */
  HESITATES,
  /** Delivers at its next scheduled time, some seconds after the request. */
  ON_SCHEDULE,
  /** Takes ten ETRNs in a session, and answers 458 to more. */
  TEN_ETRNS
}
