/** The cases of the states of a session in which ETRN is allowed, and of the state after it. */
@NullMarked
package dev.etrn.suites.cases.state;

import org.jspecify.annotations.NullMarked;
