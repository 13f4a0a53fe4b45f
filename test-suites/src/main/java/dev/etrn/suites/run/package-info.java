/** Selection and execution over the JUnit Platform; the result model. */
@NullMarked
package dev.etrn.suites.run;

import org.jspecify.annotations.NullMarked;
