/** Strict line framing and replies: octets to values and back; knows lines, not SMTP. */
@NullMarked
package dev.etrn.server.wire;

import org.jspecify.annotations.NullMarked;
