/** The conformance suites; {@link dev.etrn.suites.Cases} is where to begin. */
@NullMarked
package dev.etrn.suites;

import org.jspecify.annotations.NullMarked;
