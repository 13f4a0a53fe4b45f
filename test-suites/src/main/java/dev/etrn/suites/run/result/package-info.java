/** The results of a run, and the expectations of waivers for them. */
@NullMarked
package dev.etrn.suites.run.result;

import org.jspecify.annotations.NullMarked;
