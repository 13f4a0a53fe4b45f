/** The parts that all reports share: escaped text, signs of verdicts, and the tool. */
@NullMarked
package dev.etrn.reports;

import org.jspecify.annotations.NullMarked;
