package dev.etrn.load.action;

import org.jspecify.annotations.Nullable;

/**
 * A command as it goes on the wire.
 *
 * @param name the request's name in reports
 * @param command what it was made of
 * @param line with its CRLF; one char is one octet
 * @param node what an ETRN asks for
 * @param content what follows a 354
 */
record ReadyCommand(
    String name,
    CommandTemplate command,
    String line,
    @Nullable String node,
    @Nullable String content) {

  /** The line as a transcript may show it. */
  String shown() {
    String shown = command.shown();
    return shown == null ? line : shown + "\r\n";
  }
}
