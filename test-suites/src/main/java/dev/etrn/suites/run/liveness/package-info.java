/** The liveness of a target: a probe before the run, and checks of whether it is still there. */
@NullMarked
package dev.etrn.suites.run.liveness;

import org.jspecify.annotations.NullMarked;
