/** Comparisons of recorded load runs: their statistics and their renderings. */
@NullMarked
package dev.etrn.reports.load.comparison;

import org.jspecify.annotations.NullMarked;
