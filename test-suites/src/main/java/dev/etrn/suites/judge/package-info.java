/** The judges: pure functions from a transcript to findings, and from findings to a verdict. */
@NullMarked
package dev.etrn.suites.judge;

import org.jspecify.annotations.NullMarked;
