/** Undeliverable mail: its expiry, and the reports to its senders (RFC 3464). */
@NullMarked
package dev.etrn.server.delivery.bounce;

import org.jspecify.annotations.NullMarked;
