/** The decision on ETRN lines: request, permission and reply (RFC 1985). */
@NullMarked
package dev.etrn.server.etrn;

import org.jspecify.annotations.NullMarked;
