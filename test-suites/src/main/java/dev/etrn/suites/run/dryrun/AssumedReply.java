package dev.etrn.suites.run.dryrun;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The assumed reply to every ETRN of a rehearsal.
 *
 * @param code the code of the reply; empty for a reply that fits the line and is not recorded
 * @param isTerse true if the text of the reply says nothing
 */
record AssumedReply(OptionalInt code, boolean isTerse) {

  static final AssumedReply NOTHING = new AssumedReply(OptionalInt.empty(), true);

  /** Returns a reply with the text that RFC 1985 section 5.1 gives for this code. */
  static AssumedReply code(int code) {
    return new AssumedReply(OptionalInt.of(code), false);
  }

  /** Returns a reply with the same text for all codes and lines. */
  static AssumedReply terse(int code) {
    return new AssumedReply(OptionalInt.of(code), true);
  }

  boolean isRecorded() {
    return code.isPresent();
  }

  /** Returns the reply to this line. */
  Optional<String> replyTo(String line) {
    return code.isPresent()
        ? Optional.of(code.getAsInt() + " " + (isTerse ? "so" : text(code.getAsInt(), node(line))))
        : Optional.empty();
  }

  private static String node(String line) {
    String argument = line.substring("ETRN".length()).strip();
    return argument.matches("[!-~]{1,255}") ? argument.replaceFirst("^[@#]", "") : "of that name";
  }

  private static String text(int code, String node) {
    return switch (code) {
      case 250 -> "OK, queuing for node " + node + " started";
      case 251 -> "OK, no messages waiting for node " + node;
      case 252 -> "OK, pending messages for node " + node + " started";
      case 253 -> "OK, 3 pending messages for node " + node + " started";
      case 458 -> "Unable to queue messages for node " + node;
      case 459 -> "Node " + node + " not allowed: not for this client";
      case 500 -> "Syntax Error";
      case 501 -> "Syntax Error in Parameters";
      default -> code / 100 <= 3 ? "OK" : "No";
    };
  }
}
