/** The liveness of a target: a probe before the run, and checks that it still answers. */
@NullMarked
package dev.etrn.suites.run.liveness;

import org.jspecify.annotations.NullMarked;
