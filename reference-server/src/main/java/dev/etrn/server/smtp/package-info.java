/** The state machine of an SMTP session, free of Netty. */
@NullMarked
package dev.etrn.server.smtp;

import org.jspecify.annotations.NullMarked;
