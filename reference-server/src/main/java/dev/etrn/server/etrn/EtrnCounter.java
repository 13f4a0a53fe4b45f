package dev.etrn.server.etrn;

import java.util.OptionalInt;

/**
 * How many ETRNs a session had accepted. It lives as long as the connection: RSET, EHLO and
 * STARTTLS leave it alone (PMDF-042).
 */
public final class EtrnCounter {

  private int count;

  void add() {
    count++;
  }

  boolean hasReached(OptionalInt limit) {
    return limit.isPresent() && count >= limit.getAsInt();
  }
}
