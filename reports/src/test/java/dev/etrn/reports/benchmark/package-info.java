/**
 * The benchmark of {@code etrn verify}; the build does not run it, see {@code docs/performance.md}.
 */
@NullMarked
package dev.etrn.reports.benchmark;

import org.jspecify.annotations.NullMarked;
