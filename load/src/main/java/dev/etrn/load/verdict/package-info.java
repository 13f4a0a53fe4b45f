/** The demands on a run, and their results. */
@NullMarked
package dev.etrn.load.verdict;

import org.jspecify.annotations.NullMarked;
