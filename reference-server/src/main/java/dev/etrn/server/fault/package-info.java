/** The fault, a value that says what a mutant does wrong; a package for each place it is put. */
@NullMarked
package dev.etrn.server.fault;

import org.jspecify.annotations.NullMarked;
