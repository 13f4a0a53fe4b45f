/** The run of a plan, or of several plans in parallel. */
@NullMarked
package dev.etrn.suites.run;

import org.jspecify.annotations.NullMarked;
