package dev.etrn.server.smtp.dialogue;

/** A parsed command line: its arguments, and its behaviour in a session. */
public interface SmtpCommand {

  /** Acts on the session and replies; never blocks. */
  void run(CommandSession session);

  /** Returns true if the command moves no mail, so that too many of them are abuse. */
  default boolean isJunk() {
    return false;
  }

  /** Returns true if a session over its limits may end in place of this command (PMDF-024). */
  default boolean isBetweenTransactions() {
    return false;
  }

  /** Returns {@code command}, which takes no argument, or its refusal. */
  static SmtpCommand withoutArgument(String argument, SmtpCommand command) {
    return argument.isEmpty() ? command : new RefusedCommand(Replies.NO_ARGUMENT_WANTED);
  }
}
