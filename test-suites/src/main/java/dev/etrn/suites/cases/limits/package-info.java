/** How many ETRNs a session may have. */
@NullMarked
package dev.etrn.suites.cases.limits;

import org.jspecify.annotations.NullMarked;
