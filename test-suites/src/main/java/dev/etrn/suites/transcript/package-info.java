/** Transcripts: what both ends saw, octet for octet, with times; values without I/O. */
@NullMarked
package dev.etrn.suites.transcript;

import org.jspecify.annotations.NullMarked;
