/** Two runs side by side: what became worse, better, or only different. */
@NullMarked
package dev.etrn.reports.comparison;

import org.jspecify.annotations.NullMarked;
