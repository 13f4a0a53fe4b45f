/** A matrix: what several targets did in the same cases, side by side, and its renderings. */
@NullMarked
package dev.etrn.reports.matrix;

import org.jspecify.annotations.NullMarked;
