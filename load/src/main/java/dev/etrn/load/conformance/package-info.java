/** The conformance of a sample of sessions of a load run, by the judges of the catalogue. */
@NullMarked
package dev.etrn.load.conformance;

import org.jspecify.annotations.NullMarked;
