/** The sink: the harness as the mail exchanger of the nodes. */
@NullMarked
package dev.etrn.suites.wire.sink;

import org.jspecify.annotations.NullMarked;
