/** The matrix, which has the results of several targets side by side, and its renderings. */
@NullMarked
package dev.etrn.reports.matrix;

import org.jspecify.annotations.NullMarked;
