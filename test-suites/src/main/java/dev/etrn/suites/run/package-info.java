/** The run of a plan over the JUnit Platform, or of several plans in parallel. */
@NullMarked
package dev.etrn.suites.run;

import org.jspecify.annotations.NullMarked;
