/** The faults between a session and its connection: lines, replies, STARTTLS and AUTH. */
@NullMarked
package dev.etrn.server.fault.session;

import org.jspecify.annotations.NullMarked;
