/** One load run, from a target and a plan to its result. */
@NullMarked
package dev.etrn.load.run;

import org.jspecify.annotations.NullMarked;
