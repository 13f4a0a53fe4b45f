/** When in a session ETRN is allowed, and what it leaves behind. */
@NullMarked
package dev.etrn.suites.cases.state;

import org.jspecify.annotations.NullMarked;
