package dev.etrn.server.etrn;

import java.util.OptionalInt;

/**
 * The count of accepted ETRNs in a session. It lives as long as the connection: RSET, EHLO and
 * STARTTLS do not reset it (PMDF-042).
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
