/** The limit of the number of ETRNs in a session. */
@NullMarked
package dev.etrn.suites.cases.limits;

import org.jspecify.annotations.NullMarked;
