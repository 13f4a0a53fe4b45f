/**
 * Commands, their parser, and the session's state machine with a handler per verb; free of Netty.
 */
@NullMarked
package dev.etrn.server.smtp;

import org.jspecify.annotations.NullMarked;
