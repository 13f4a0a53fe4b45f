/** What {@code --out} names: all renderings of a run, side by side. */
@NullMarked
package dev.etrn.reports.directory;

import org.jspecify.annotations.NullMarked;
