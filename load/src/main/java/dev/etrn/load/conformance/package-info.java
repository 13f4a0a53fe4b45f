/** A sample of the sessions of a load run, judged by the judges of the catalogue. */
@NullMarked
package dev.etrn.load.conformance;

import org.jspecify.annotations.NullMarked;
