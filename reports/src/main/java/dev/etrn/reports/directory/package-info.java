/**
 * Directories that {@code --out} names: all renderings of a run, of a matrix, and of a load run.
 */
@NullMarked
package dev.etrn.reports.directory;

import org.jspecify.annotations.NullMarked;
