/**
 * Benchmarks of the load engine; the build does not run them, see {@code load/docs/performance.md}.
 */
@NullMarked
package dev.etrn.load.benchmark;

import org.jspecify.annotations.NullMarked;
