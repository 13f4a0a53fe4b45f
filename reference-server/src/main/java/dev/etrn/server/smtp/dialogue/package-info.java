/**
 * The parts of a session that commands act on: mail, security, the limits on abuse, and the replies
 * that several commands give.
 */
@NullMarked
package dev.etrn.server.smtp.dialogue;

import org.jspecify.annotations.NullMarked;
