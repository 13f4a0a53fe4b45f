package dev.etrn.suites.clients;

import java.time.Duration;

/** A visit of the client to the harness's server, as the code that runs the client sees it. */
public interface OngoingVisit {

  /** Returns the purpose of the visit, such as {@code case 3 of 20, etrn.client.quit}. */
  String title();

  /** Waits until a client came and is gone again; returns true if one came in time. */
  boolean await(Duration atMost) throws InterruptedException;
}
