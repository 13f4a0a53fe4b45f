/**
 * Benchmarks that compare servers, as ratios; run by hand, not by the build (docs/performance.md).
 */
@NullMarked
package dev.etrn.server.benchmark;

import org.jspecify.annotations.NullMarked;
