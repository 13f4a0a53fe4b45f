/** The heart: what is asked, what may be released, and what is answered (RFC 1985). */
@NullMarked
package dev.etrn.server.etrn;

import org.jspecify.annotations.NullMarked;
