/** The text form of a transcript: one line for each event. */
@NullMarked
package dev.etrn.suites.transcript.text;

import org.jspecify.annotations.NullMarked;
