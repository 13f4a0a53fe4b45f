/** The conformance suites; begin with {@link dev.etrn.suites.Cases}. */
@NullMarked
package dev.etrn.suites;

import org.jspecify.annotations.NullMarked;
