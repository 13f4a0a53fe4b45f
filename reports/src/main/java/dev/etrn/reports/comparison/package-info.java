/** Comparisons of two runs: cases that became worse, better, or only different. */
@NullMarked
package dev.etrn.reports.comparison;

import org.jspecify.annotations.NullMarked;
