/**
 * The strict framing of lines, and replies: octets to values and back; it knows lines, not SMTP.
 */
@NullMarked
package dev.etrn.server.wire;

import org.jspecify.annotations.NullMarked;
