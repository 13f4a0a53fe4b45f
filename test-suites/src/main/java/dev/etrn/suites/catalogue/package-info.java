/** The vocabulary of the catalogue: the descriptions of requirements and cases. */
@NullMarked
package dev.etrn.suites.catalogue;

import org.jspecify.annotations.NullMarked;
