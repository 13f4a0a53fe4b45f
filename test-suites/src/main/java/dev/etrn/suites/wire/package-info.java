/** The octet-exact client and the sink over plain sockets; both record the transcript. */
@NullMarked
package dev.etrn.suites.wire;

import org.jspecify.annotations.NullMarked;
