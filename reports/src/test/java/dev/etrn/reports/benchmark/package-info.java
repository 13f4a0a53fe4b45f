/**
 * What a run of {@code etrn verify} takes; not run by the build, see {@code docs/performance.md}.
 */
@NullMarked
package dev.etrn.reports.benchmark;

import org.jspecify.annotations.NullMarked;
