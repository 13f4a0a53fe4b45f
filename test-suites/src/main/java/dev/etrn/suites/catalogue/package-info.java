/** The vocabulary of the catalogue: what a requirement and a case say of themselves. */
@NullMarked
package dev.etrn.suites.catalogue;

import org.jspecify.annotations.NullMarked;
