/** The file results.json: its writer, and its reader for later comparisons. */
@NullMarked
package dev.etrn.reports.run.results;

import org.jspecify.annotations.NullMarked;
