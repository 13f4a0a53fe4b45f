/**
 * The two ends of the harness on the network, and what they share: the recorder of a transcript.
 */
@NullMarked
package dev.etrn.suites.wire;

import org.jspecify.annotations.NullMarked;
