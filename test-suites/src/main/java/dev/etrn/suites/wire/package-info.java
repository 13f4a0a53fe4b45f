/**
 * The two ends of the harness on the network, and the recorder of a transcript, which they share.
 */
@NullMarked
package dev.etrn.suites.wire;

import org.jspecify.annotations.NullMarked;
