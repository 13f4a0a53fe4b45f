/** The network between two ends: a proxy that delays, breaks or silences connections. */
@NullMarked
package dev.etrn.suites.wire.link;

import org.jspecify.annotations.NullMarked;
