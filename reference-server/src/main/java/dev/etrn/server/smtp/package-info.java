/** The commands, their parser, and the state machine of a session; free of Netty. */
@NullMarked
package dev.etrn.server.smtp;

import org.jspecify.annotations.NullMarked;
