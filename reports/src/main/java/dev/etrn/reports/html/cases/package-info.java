/**
 * Pages that list cases: of a run, of a comparison and of a matrix, with the evidence of each
 * result.
 */
@NullMarked
package dev.etrn.reports.html.cases;

import org.jspecify.annotations.NullMarked;
