/**
 * The measurements of a run: histograms of nanoseconds by step and by phase, and statistics over
 * them.
 */
@NullMarked
package dev.etrn.load.measure;

import org.jspecify.annotations.NullMarked;
