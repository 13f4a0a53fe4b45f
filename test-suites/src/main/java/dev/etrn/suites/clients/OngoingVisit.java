package dev.etrn.suites.clients;

import java.time.Duration;

/** A visit at the provider, as the one who runs the client sees it. */
public interface OngoingVisit {

  /** What it is for, such as {@code case 3 of 20, etrn.client.quit}. */
  String title();

  /** Waits until a client came and is gone again; says whether one came at all in time. */
  boolean await(Duration atMost) throws InterruptedException;
}
