package dev.etrn.load.action;

import org.jspecify.annotations.Nullable;

/**
 * A command, ready to be sent.
 *
 * @param name the request's name in reports
 * @param command the template that it was made from
 * @param line the line with its CRLF; one char is one octet
 * @param node the node of an ETRN
 * @param content the content that follows a 354
 */
record ReadyCommand(
    String name,
    CommandTemplate command,
    String line,
    @Nullable String node,
    @Nullable String content) {

  /** Returns the line as a transcript may show it. */
  String shown() {
    String shown = command.shown();
    return shown == null ? line : shown + "\r\n";
  }
}
