/** Figures of a load run, new or recorded: its seconds, populations, percentiles and drift. */
@NullMarked
package dev.etrn.reports.load.figures;

import org.jspecify.annotations.NullMarked;
