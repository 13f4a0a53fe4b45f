/**
 * Transcripts: all that the harness saw at its ends, octet for octet, with times; values without
 * I/O.
 */
@NullMarked
package dev.etrn.suites.transcript;

import org.jspecify.annotations.NullMarked;
