/** What several targets did in the same cases, side by side. */
@NullMarked
package dev.etrn.reports.matrix;

import org.jspecify.annotations.NullMarked;
