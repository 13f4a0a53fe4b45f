/** Requirements and what a case says of itself; one source for docs, test names and reports. */
@NullMarked
package dev.etrn.suites.catalogue;

import org.jspecify.annotations.NullMarked;
