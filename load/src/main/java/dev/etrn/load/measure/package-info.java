/** What is measured: histograms of nanoseconds per phase. */
@NullMarked
package dev.etrn.load.measure;

import org.jspecify.annotations.NullMarked;
