/** What the load engine costs; not run by the build, see {@code load/docs/performance.md}. */
@NullMarked
package dev.etrn.load.benchmark;

import org.jspecify.annotations.NullMarked;
