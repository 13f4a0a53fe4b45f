/** A load run, from a target and a setup to its result and the values of its metrics. */
@NullMarked
package dev.etrn.load.run;

import org.jspecify.annotations.NullMarked;
