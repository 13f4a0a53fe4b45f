/** The catalogue as tests in someone else's build: implement two interfaces, and JUnit runs it. */
@NullMarked
package dev.etrn.suites.tck;

import org.jspecify.annotations.NullMarked;
