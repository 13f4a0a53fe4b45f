/** The scripted server: the harness as the server that a client under test asks. */
@NullMarked
package dev.etrn.suites.wire.scripted;

import org.jspecify.annotations.NullMarked;
