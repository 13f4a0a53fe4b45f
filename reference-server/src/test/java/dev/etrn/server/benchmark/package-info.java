/** Measured side by side, as ratios; not run by the build. */
@NullMarked
package dev.etrn.server.benchmark;

import org.jspecify.annotations.NullMarked;
