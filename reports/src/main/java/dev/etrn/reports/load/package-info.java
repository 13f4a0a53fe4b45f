/** Renderings of a load run. */
@NullMarked
package dev.etrn.reports.load;

import org.jspecify.annotations.NullMarked;
